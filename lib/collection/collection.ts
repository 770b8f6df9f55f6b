import type { ShownTag } from "../annotations/annotation";
import type { Audience } from "../annotations/schema";
import type { FrameworkSummaries } from "../frameworks/framework";

/** One of one's own annotations, as the list of them shows it. */
export type CollectedAnnotation = {
  id: string;
  version: number;
  article: { slug: string; title: string /** BCP 47 */; language: string };
  /** where it stands in the newest text that has it */
  quote: string;
  paragraph: number | null;
  /** in the order in which they were chosen */
  tags: ShownTag[];
  note: string | null;
  audience: Audience;
  /** ISO 8601, UTC */
  createdAt: string;
  editedAt: string | null;
};

/** A page of them, the newest first. */
export type CollectionPage = {
  annotations: CollectedAnnotation[];
  /** of all that the filters leave */
  total: number;
  nextCursor: string | null;
  /** the articles that hold any, for the filter */
  articles: { slug: string; title: string }[];
  frameworks: FrameworkSummaries;
};

/** An annotation as it leaves the reading room; offsets are UTF-16 code units into `revision.text`. */
export type ExportedAnnotation = {
  id: string;
  article: { slug: string; title: string; language: string };
  revision: { number: number; text: string };
  passage: { start: number; end: number; quote: string; prefix: string; suffix: string; paragraph: number | null };
  tags: { stance: "supports" | "contests"; framework: { slug: string; label: string; notation: string } }[];
  note: string | null;
  audience: Audience;
  creator: string;
  createdAt: string;
  editedAt: string | null;
};
