import type { Span } from "./span";

/**
 * What became of a passage in another text. A verdict is data: it is stored, shown with its reason, and never a silent guess.
 * Offsets are UTF-16 code units into the text that the passage was sought in; scores are 0–1, 1 being word for word.
 */
export type Verdict =
  /** the same words among the same neighbours; white space and the shapes of quotation marks and dashes do not count */
  | ({ kind: "exact" } & Span)
  /** there is one place that it can be, and it is not as it was */
  | ({ kind: "moved"; score: number; why: MovedReason } & Span)
  /** a person has to say; the likeliest candidate first */
  | { kind: "review"; candidates: Candidate[]; why: ReviewReason }
  | { kind: "lost"; why: LostReason };

export type Candidate = Span & { score: number };

/**
 * `words-changed`: where it was, in other words; `context-changed`: the same words, and what stands around them is new;
 * `relocated`: the same words elsewhere; `relocated-and-changed`: both.
 */
export const movedReasons = ["words-changed", "context-changed", "relocated", "relocated-and-changed"] as const;
export type MovedReason = (typeof movedReasons)[number];

/**
 * `several-places`: more than one place fits; `much-changed`: the likeliest place says it too differently;
 * `context-lost`: the words stand there, but are too few or too common to know them by without what stood around them.
 */
export const reviewReasons = ["several-places", "much-changed", "context-lost"] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** `removed`: what stood there was taken out; `not-found`: nothing like it stands anywhere. */
export const lostReasons = ["removed", "not-found"] as const;
export type LostReason = (typeof lostReasons)[number];
