import type { DraftBlock, DroppedPart } from "../schema";

/** A block of the source, in order, and the line it began on (null where the format has none). Heading level 1 may still be the title. */
export type Part = { block: DraftBlock; line: number | null };

/** A comment as its format shows it: who and what, before anybody asked whom it answers. */
export type RawComment = { commenter: string | null; text: string; inReplyTo?: number };

/**
 * What a format's reader knows. Every format is read into this one shape, and recognition works on it alone, so that a promotional
 * line is a promotional line in plain text and in HTML.
 */
export type Reading = {
  /** where the format declares it; otherwise recognised in `parts` */
  title?: string;
  authors: string[];
  language?: string;
  published?: string;
  sourceUrl?: string;
  standfirst?: string;
  parts: Part[];
  comments: RawComment[];
  dropped: DroppedPart[];
};

/** A paragraph without formatting. */
export function plainPart(text: string, line: number | null): Part {
  return { block: { kind: "paragraph", text, formats: [] }, line };
}
