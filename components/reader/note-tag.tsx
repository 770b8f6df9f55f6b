import type { ShownTag } from "@/lib/annotations/annotation";
import type { CritiqueState } from "@/lib/critiques/life";
import type { FrameworkSummary } from "@/lib/frameworks/framework";
import { StateMark } from "../critiques/state-mark";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";

type Props = {
  tag: ShownTag;
  framework: FrameworkSummary | undefined;
  /** shown only in the open note */
  isMore: boolean;
  /** of the annotation, where it is a critique: on its first line */
  critique: CritiqueState | null;
};

/** A framework tag on a line of its own: sign, framework, what the passage does to it. */
export function NoteTag({ tag, framework, isMore, critique }: Props) {
  if (!framework) return null;
  const { hue, label, isDeprecated } = framework;
  return (
    <div className={isMore ? "note__h is-more" : "note__h"} style={{ "--c": `var(--fw-${hue})` }}>
      <Siglum framework={framework} isNamed />
      <span className={isDeprecated ? "note__fw is-dep" : "note__fw"}>{label}</span> <StanceWord stance={tag.stance} hue={hue} />
      {critique !== null && <StateMark state={critique} />}
    </div>
  );
}
