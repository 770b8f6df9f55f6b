import type { Span } from "./span";

/**
 * Where words, sentences and characters begin and end, in any language that Intl.Segmenter knows (Japanese is written
 * without spaces and still has words). Everything is looked up within one line of the text: a revision can be a book, a line is a
 * paragraph at most, and neither words nor sentences cross a line break.
 */

export type Unit = "word" | "sentence";
export type Edge = "start" | "end";

const segmenters = {
  word: new Intl.Segmenter([], { granularity: "word" }),
  sentence: new Intl.Segmenter([], { granularity: "sentence" }),
  grapheme: new Intl.Segmenter([], { granularity: "grapheme" }),
};

// Zero-width space is not in \s, but a passage that begins with one looks like a mistake.
const blank = /^[\s\u200b]+$/;

/** The line around an offset, without its line breaks. An offset on a line break belongs to the line before it. */
export function lineAt(text: string, offset: number): Span {
  const start = offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { start, end: end === -1 ? text.length : end };
}

/** The character (grapheme cluster) that the unit at `offset` is part of. */
function characterAt(text: string, offset: number): Span {
  const line = lineAt(text, offset);
  const found = segmenters.grapheme.segment(text.slice(line.start, line.end)).containing(offset - line.start);
  // Nothing is found where the line ends: a line break is a character by itself.
  if (!found) return { start: offset, end: offset + 1 };
  return { start: line.start + found.index, end: line.start + found.index + found.segment.length };
}

/** The widest span around this one that a reader could point at: an end within a character moves outwards to its edge. */
export function snap(text: string, { start, end }: Span): Span {
  const last = end > 0 && end < text.length ? characterAt(text, end) : { start: end, end };
  return { start: start < text.length ? characterAt(text, start).start : start, end: last.start === end ? end : last.end };
}

/**
 * A selection as a passage: never half a character, no white space at its ends.
 * Null when nothing but white space was selected.
 */
export function trim(text: string, selection: Span): Span | null {
  let { start, end } = snap(text, { start: Math.max(0, selection.start), end: Math.min(selection.end, text.length) });
  // Characters, not code units: a space that carries a combining mark is something one can see.
  const isBlank = ({ start, end }: Span) => blank.test(text.slice(start, end));
  for (let first = characterAt(text, start); start < end && isBlank(first); first = characterAt(text, start)) start = first.end;
  for (let last = characterAt(text, end - 1); start < end && isBlank(last); last = characterAt(text, end - 1)) end = last.start;
  return start < end ? { start, end } : null;
}

/** The words (or sentences) of one line, in order, without the white space and punctuation between words. */
function* unitsOf(text: string, line: Span, unit: Unit): Generator<Span> {
  for (const { segment, index, isWordLike } of segmenters[unit].segment(text.slice(line.start, line.end))) {
    if (unit === "word" ? !isWordLike : blank.test(segment)) continue;
    const start = line.start + index;
    // A sentence segment includes the space after it.
    yield { start, end: start + segment.trimEnd().length };
  }
}

/** The first start (or end) of a word or sentence after `offset`; the end of the text when there is none. */
export function nextEdge(text: string, offset: number, unit: Unit, edge: Edge): number {
  let line = lineAt(text, offset);
  for (;;) {
    for (const span of unitsOf(text, line, unit)) if (span[edge] > offset) return span[edge];
    if (line.end >= text.length) return text.length;
    line = lineAt(text, line.end + 1);
  }
}

/** The last start (or end) of a word or sentence before `offset`; 0 when there is none. */
export function previousEdge(text: string, offset: number, unit: Unit, edge: Edge): number {
  let line = lineAt(text, offset);
  for (;;) {
    let last = -1;
    for (const span of unitsOf(text, line, unit)) if (span[edge] < offset) last = span[edge];
    if (last >= 0) return last;
    if (line.start === 0) return 0;
    line = lineAt(text, line.start - 1);
  }
}

/** How many words a span holds. */
export function countWords(text: string, span: Span): number {
  let count = 0;
  for (const { isWordLike } of segmenters.word.segment(text.slice(span.start, span.end))) if (isWordLike) count++;
  return count;
}
