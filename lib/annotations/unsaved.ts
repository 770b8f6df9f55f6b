import type { AnchoredAnnotation } from "./annotation";
import type { ComposerProblem, ComposerState } from "./composer";

/** How it stands with an annotation that is shown before the server has stored it. */
export type Unsaved =
  | { kind: "saving" }
  /** `state` is what was written, for another try; `before` is what stood there, null where nothing did */
  | { kind: "failed"; problem: ComposerProblem; state: ComposerState; before: AnchoredAnnotation | null };

/** The version of an annotation that the server has not stored yet, and whose id is not lasting. */
export const UNSAVED_VERSION = 0;

/** Why it was not saved, and that nothing is lost. */
export function unsavedInWords(problem: ComposerProblem): string {
  switch (problem.kind) {
    case "unreachable":
      return "The server could not be reached. What you wrote is still here.";
    case "outdated":
      return "Hedgerow was renewed since this page was opened. What you wrote is kept as a draft: load the page again, and go on with it.";
    case "refused":
      return problem.message;
    default:
      return "It needs a correction. What you wrote is still here.";
  }
}
