import type { ShownTag } from "../annotations/annotation";
import type { RichBlock } from "../markdown/rich";
import type { ShownCritique } from "./schema";

/** Where a critique's passage stands in the article's newest revision: [start, end) in UTF-16 code units into its text. */
export type DeskPassage = {
  start: number;
  end: number;
  quote: string;
  prefix: string;
  suffix: string;
  blockIndex: number;
  /** ¶; null in a heading */
  paragraph: number | null;
  annotationId: string | null;
};

/** The words of a step: what was answered, or why. */
export type StepWords = { text: string; body: RichBlock[]; at: string; writerName: string; isAuthor: boolean };

/** A critique with all that is needed to judge and answer it, as one viewer may see it. */
export type DeskCritique = ShownCritique & {
  /** ISO 8601, UTC */
  createdAt: string;
  movedAt: string;
  /** null: it is of the article as a whole, or its passage has no place in the newest revision */
  passage: DeskPassage | null;
  /** of the annotation that it is, or stands under */
  tags: ShownTag[];
  /** the critic's words: an annotation's note or a comment, as they were typed */
  text: string;
  body: RichBlock[];
  /** the words of its steps, by comment id */
  words: Record<string, StepWords>;
  /** where it stands in the article */
  href: string;
};
