import type { Span } from "../anchoring/span";
import type { ShownTag } from "../annotations/annotation";
import type { Audience } from "../annotations/schema";
import type { Block, ReadingPage } from "../articles/reading";
import type { FrameworkSummaries } from "../frameworks/framework";
import type { Decided, LostWhy, PassageState, ReviewWhy } from "../placements/placement";
import type { Piece } from "../revisions/comparison";
import type { Excerpt } from "./excerpt";

/** A place in the new text that a passage could have: how it reads there, and word by word against the old words. */
export type ReviewCandidate = Span & { score: number; excerpt: Excerpt; pieces: Piece[] };

/** What is anchored to the passage. */
export type Subject =
  | { kind: "annotation"; id: string; by: string; note: string | null; audience: Audience; tags: ShownTag[] }
  | { kind: "claim"; number: number; statement: string };

type MovedState = Extract<PassageState, { kind: "moved" }>;

/** A passage about which somebody has to say where it stands, with what has been said. */
export type ReviewItem = {
  rootId: string;
  version: number;
  subject: Subject;
  /** where it stood */
  revision: number;
  old: Excerpt;
  state: { kind: "review"; why: ReviewWhy } | { kind: "lost"; why: LostWhy } | Pick<MovedState, "kind" | "why">;
  candidates: ReviewCandidate[];
  decided: (Decided & { decision: "accepted" | "reanchored" | "left"; place: (Span & { excerpt: Excerpt }) | null }) | null;
};

/** The queue of one viewer on an article's newest text: a page of its items in the order of the older text, and how far it has come. */
export type ReviewPage = {
  article: Pick<ReadingPage["article"], "id" | "slug" | "title" | "language" | "authors">;
  revision: { id: string; number: number; text: string; blocks: Block[] };
  frameworks: FrameworkSummaries;
  items: ReviewItem[];
  /** of all pages */
  total: number;
  decidedCount: number;
  /** counted from 1 */
  page: number;
  pages: number;
};
