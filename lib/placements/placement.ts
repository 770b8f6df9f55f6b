import { z } from "zod";
import type { Span } from "../anchoring/span";
import { type Candidate, lostReasons, type MovedReason, movedReasons, reviewReasons } from "../anchoring/verdict";

/** Where a passage stood before it was carried: the revision's number, and ¶ there (null in a heading). */
export type EarlierPlace = { revision: number; paragraph: number | null };

/** A person's decision, with who made it (null when they are gone) and when (ISO 8601, UTC). */
export type Decided = { by: string | null; at: string };

/** Why a passage stands where it does in the revision that is read; null where a person put it there, or nothing changed. */
export type PassageState =
  | { kind: "moved"; why: MovedReason; from: EarlierPlace }
  | ({ kind: "placed"; decision: "accepted" | "reanchored"; from: EarlierPlace } & Decided);

/** Why a passage has no place in a revision: `left` is a decision, the others wait for one. */
export type OrphanState = { kind: "review"; why: ReviewWhy } | { kind: "lost"; why: LostWhy } | ({ kind: "left" } & Decided);

/** `left-before`: a person left it on an older text, so it was not sought in the later ones. */
export const lostWhys = [...lostReasons, "left-before"] as const;
export type LostWhy = (typeof lostWhys)[number];

/** `doubted`: a person said that it does not stand where it was carried to; that place is the candidate. */
export const reviewWhys = [...reviewReasons, "doubted"] as const;
export type ReviewWhy = (typeof reviewWhys)[number];

export const movedWhySchema = z.enum(movedReasons);
export const reviewWhySchema = z.enum(reviewWhys);
export const lostWhySchema = z.enum(lostWhys);

/** Candidates as they are stored; offsets are UTF-16 code units into the text of the placement's revision. */
export const candidatesSchema: z.ZodType<Candidate[]> = z.array(
  z.object({ start: z.number().int().min(0), end: z.number().int().min(1), score: z.number().min(0).max(1) }),
);

/** The newest place of a root before some revision, from which it is carried there. */
export type PlaceBefore = Span & {
  rootId: string;
  passageId: string;
  revisionId: string;
  /** left on an older text by a decision that stands */
  left: { byId: string | null; at: Date } | null;
};

/** How many passages met which verdict in a revision. */
export type VerdictCounts = { exact: number; moved: number; review: number; lost: number };
export const noVerdicts: VerdictCounts = { exact: 0, moved: 0, review: 0, lost: 0 };
