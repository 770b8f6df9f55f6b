import { useId } from "react";
import { citable, type RevisedText } from "@/lib/critiques/answer";
import { paths } from "../shell/paths";

type Props = { slug: string; revision: RevisedText; language: string; blockId: string; onChoose(blockId: string): void };

/** What an option shows of its paragraph. */
const OPTION_LENGTH = 72;

/** Where the article's newest revision meets the critique: one of its paragraphs. */
export function RevisePicker({ slug, revision, language, blockId, onChoose }: Props) {
  const id = useId();
  const { number, text, blocks } = revision;
  const chosen = blocks.find((block) => block.id === blockId);
  return (
    <div className="answer__rev">
      <label htmlFor={id}>Revised in revision {number} at</label>
      <select id={id} className="input" value={blockId} onChange={(event) => onChoose(event.target.value)}>
        {citable(blocks).map((block) => (
          <option key={block.id} value={block.id}>
            ¶ {block.number} {beginning(text.slice(block.start, block.end))}
          </option>
        ))}
      </select>
      {number > 1 ? (
        <a className="link" href={paths.compare(slug, number - 1, number)} target="_blank" rel="noreferrer">
          What changed <span className="vh">(opens in another tab)</span>
        </a>
      ) : (
        <span className="hint">
          The article has one revision so far.{" "}
          <a className="link" href={paths.revise(slug)}>
            Bring in the new text
          </a>{" "}
          first: your draft stays here.
        </span>
      )}
      {chosen && (
        <blockquote lang={language} dir="auto">
          {text.slice(chosen.start, chosen.end)}
        </blockquote>
      )}
    </div>
  );
}

function beginning(text: string): string {
  return text.length <= OPTION_LENGTH ? text : `${text.slice(0, OPTION_LENGTH).replace(/[\ud800-\udbff]$/, "")}…`;
}
