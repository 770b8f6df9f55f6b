import type { AnchoredAnnotation } from "../annotations/annotation";
import type { InlineAnswer } from "../critiques/desk";
import type { FrameworkSummaries } from "../frameworks/framework";
import type { Orphan } from "../placements/orphan";
import type { ShownThread } from "../threads/thread";
import type { BlockKind, FormatRange } from "./schema";

/** A block of a stored revision: text === revision.text.slice(start, end). */
export type Block = {
  id: string;
  kind: BlockKind;
  level: number | null;
  /** the number readers cite (¶ 7); null for headings */
  number: number | null;
  start: number;
  end: number;
};

export type ReadClaim = { id: string; number: number; statement: string; blockIndex: number; start: number; end: number };

/** An article's newest text, for pages that show passages of it; and whether the viewer is one of its authors. */
export type ArticleText = {
  article: { id: string; slug: string; title: string /** BCP 47 */; language: string; authors: string[] };
  revision: { id: string; number: number; text: string; blocks: Block[] };
  isAuthor: boolean;
};

/** Everything the reading page shows, for one viewer. Offsets are UTF-16 code units into `revision.text`. */
export type ReadingPage = {
  article: {
    id: string;
    slug: string;
    title: string;
    standfirst: string | null;
    language: string;
    authors: string[];
    citation: string | null;
    sourceUrl: string | null;
    published: string | null;
    biography: string | null;
  };
  revision: { id: string; number: number; createdAt: string; text: string; blocks: Block[]; formats: FormatRange[] };
  frameworks: FrameworkSummaries;
  /** ids of the frameworks that the viewer used lately, the latest first */
  lately: string[];
  /** in text order: start, then longest first, then oldest */
  annotations: AnchoredAnnotation[];
  claims: ReadClaim[];
  /** those under the article as a whole, each its beginning: the imported ones, then the one that people here have */
  threads: ShownThread[];
  /** in text order */
  answers: InlineAnswer[];
  critiques: { total: number /** for an author */; waiting: number };
  /** the article's newest revision, this one or a later; numbers count from 1 without a gap */
  newest: { number: number /** ISO 8601, UTC */; createdAt: string };
  /** annotations that have no place in this revision, the first of `orphanCount` */
  orphans: Orphan[];
  orphanCount: number;
  /** how many passages of the newest revision wait for the viewer's decision */
  toReview: number;
  can: { annotate: boolean; revise: boolean };
};
