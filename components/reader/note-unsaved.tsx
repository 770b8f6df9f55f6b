import type { ComposerProblem } from "@/lib/annotations/composer";
import { type Unsaved, unsavedInWords } from "@/lib/annotations/unsaved";
import { Icon } from "../ui/icon";

/** The same again is no use where the page is older than the server, or the annotation older than its newest version. */
function canRetry(problem: ComposerProblem): boolean {
  return problem.kind !== "outdated" && !(problem.kind === "refused" && problem.code === "conflict");
}

/** How it stands with a note that is shown before it is stored: on its way, or not saved, why, and what can be done. */
export function NoteUnsaved({ annotationKey, unsaved }: { annotationKey: string; unsaved: Unsaved }) {
  if (unsaved.kind === "saving") return <p className="note__s">Saving…</p>;
  return (
    <div className="note__s note__s--failed">
      <p>
        <Icon name="warn" isSmall />
        <b>Not saved.</b> {unsavedInWords(unsaved.problem)}
      </p>
      <p className="note__s-acts">
        {canRetry(unsaved.problem) && (
          <button type="button" className="btn btn--quiet btn--sm" data-act="retry" data-annotation={annotationKey}>
            Try again
          </button>
        )}
        <button type="button" className="btn btn--quiet btn--sm" data-act="reopen" data-annotation={annotationKey}>
          Change it
        </button>
        <button type="button" className="btn btn--quiet btn--sm" data-act="withdraw" data-annotation={annotationKey}>
          Take it back
        </button>
      </p>
    </div>
  );
}
