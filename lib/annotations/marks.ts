import type { FormattedPiece } from "../articles/rich-text";
import type { Segment } from "./segments";

/** A stretch of a block's text under the same annotations: one <mark>, or plain text where there are none. */
export type Mark = Omit<Segment, "text" | "formats"> & { pieces: FormattedPiece[] };

/** Joins segments that differ only in their formatting, so that formatting nests inside marks and never cuts one. */
export function marksOf(segments: readonly Segment[]): Mark[] {
  const marks: Mark[] = [];
  for (const { text, formats, ...segment } of segments) {
    const mark = marks.at(-1);
    if (mark && mark.annotationIds === segment.annotationIds && mark.lanes === segment.lanes) {
      mark.end = segment.end;
      mark.pieces.push({ text, formats });
    } else {
      marks.push({ ...segment, pieces: [{ text, formats }] });
    }
  }
  return marks;
}
