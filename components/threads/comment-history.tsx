import Link from "next/link";
import { wordDiff } from "@/lib/changes/word-diff";
import { contentId } from "../shell/skip-link";
import { Time } from "../ui/time";

type State = { version: number; text: string /** ISO 8601: when it began to say so */; since: string };
type Props = { writer: string /** the oldest first */; states: readonly State[] /** to the comment */; href: string };

/** What a comment said, the newest first: each time as it was typed, with what was other than before. */
export function CommentHistory({ writer, states, href }: Props) {
  return (
    <main id={contentId} className="page hist" tabIndex={-1}>
      <h1 className="pt">History of a comment by {writer}</h1>
      <p className="page__lead">
        <Link className="link" href={href}>
          To the comment as it is now
        </Link>
      </p>
      <ol className="hist__l" reversed>
        {states.toReversed().map(({ version, text, since }, index) => (
          <li className="hist__v" key={version}>
            <h2 className="hist__h">
              {version === 1 ? "Written" : "Changed"} <Time date={since} />
              <span className="muted">version {version}</span>
              {index === 0 && <span className="hist__now">as it is now</span>}
            </h2>
            <Compared before={states[states.length - index - 2]?.text ?? null} text={text} />
          </li>
        ))}
      </ol>
    </main>
  );
}

/** Marked by form, not by colour alone; and said, since most screen readers are silent about <ins> and <del>. */
function Compared({ before, text }: { before: string | null; text: string }) {
  const pieces = before === null ? [{ kind: "same" as const, text }] : wordDiff(before, text);
  return (
    <p className="hist__n" dir="auto">
      {pieces.map((piece, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their order
        if (piece.kind === "same") return <span key={index}>{piece.text}</span>;
        const Change = piece.kind === "added" ? "ins" : "del";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their order
          <Change key={index}>
            <span className="vh">{piece.kind === "added" ? " [added:] " : " [taken out:] "}</span>
            {piece.text}
            <span className="vh"> [end] </span>
          </Change>
        );
      })}
    </p>
  );
}
