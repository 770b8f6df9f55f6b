import type { CSSProperties } from "react";
import { contextOf } from "@/lib/critiques/context";
import type { DeskPassage } from "@/lib/critiques/desk";

type Props = {
  passage: DeskPassage;
  text: string;
  blocks: readonly { start: number; end: number }[];
  /** of the article, BCP 47 */
  language: string;
  /** the passage's line: a framework's hue and stance, as tiles.css names them; none without a framework */
  lane: string | null;
};

/** A critique's passage within its paragraph, as far as it takes to judge it. */
export function PassageInContext({ passage, text, blocks, language, lane }: Props) {
  const { before, passage: words, after } = contextOf(text, blocks, passage);
  const style: CSSProperties | undefined = lane === null ? { boxShadow: "inset 0 -1px var(--ink-mark)" } : undefined;
  return (
    <div className="answer__ctx">
      {passage.paragraph !== null && <span className="muted nowrap">¶ {passage.paragraph}</span>}
      <p lang={language} dir="auto">
        {before}
        <mark className={lane === null ? "psg" : `psg r0 ${lane}`} style={style}>
          {words}
        </mark>
        {after}
      </p>
    </div>
  );
}
