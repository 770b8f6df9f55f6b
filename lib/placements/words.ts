import type { MovedReason } from "../anchoring/verdict";
import type { EarlierPlace, LostWhy, ReviewWhy, VerdictCounts } from "./placement";

/** “¶ 4 of revision 1” */
export function earlierPlaceWords({ revision, paragraph }: EarlierPlace): string {
  return `${paragraph === null ? "a heading" : `¶ ${paragraph}`} of revision ${revision}`;
}

/** Why a passage moved, to follow “Moved from ¶ 4 of revision 1: ”. */
export const movedWords: Record<MovedReason, string> = {
  "words-changed": "words changed",
  "context-changed": "what stands around it is new",
  relocated: "the same words stand elsewhere",
  "relocated-and-changed": "it stands elsewhere, in other words",
};

/** Why somebody has to say where a passage stands. */
export const reviewWords: Record<ReviewWhy, string> = {
  "several-places": "More than one place in this text could be meant.",
  "much-changed": "The likeliest place says it too differently to be sure.",
  "context-lost": "The words are there, but what stood around them is not, and they are too common to know them by alone.",
  doubted: "It was said not to stand where it was carried to.",
};

/** Why a passage has no place. */
export const lostWords: Record<LostWhy, string> = {
  removed: "What stood there was taken out of this text.",
  "not-found": "Nothing like it stands in this text.",
  "left-before": "It was left on an earlier text.",
};

/** What the verdicts are called where they are counted, in the order in which they are shown. */
export const verdictWords: Record<keyof VerdictCounts, string> = {
  exact: "as they were",
  moved: "moved",
  review: "to be reviewed",
  lost: "lost",
};
