import type { Span } from "./span";

/**
 * Where words, sentences and characters begin and end, in any language that Intl.Segmenter knows (Japanese is written
 * without spaces and still has words). Everything is looked up within one line of the text: a revision can be a book, a line is a
 * paragraph at most, and neither words nor sentences cross a line break.
 */

export type Unit = "word" | "sentence";
export type Edge = "start" | "end";

/** Characters are the same in every language. */
const graphemes = new Intl.Segmenter([], { granularity: "grapheme" });
const segmenters = new Map<string, Intl.Segmenter>();

/** Making a segmenter costs more than using it. A language that is none (an article's is free text) is segmented as any is. */
function segmenterOf(unit: Unit, language: string): Intl.Segmenter {
  const key = `${unit} ${language}`;
  const known = segmenters.get(key);
  if (known) return known;
  const segmenter = new Intl.Segmenter(isLanguage(language) ? language : [], { granularity: unit });
  segmenters.set(key, segmenter);
  return segmenter;
}

function isLanguage(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

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
  const found = graphemes.segment(text.slice(line.start, line.end)).containing(offset - line.start);
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

/**
 * A passage that takes its words whole: an end within a word moves outwards to the word's edge. `language` is the text's, BCP 47: where
 * words are written without spaces between them, it says what a word is.
 */
export function snapToWords(text: string, { start, end }: Span, language = ""): Span {
  return { start: wordAround(text, start, language)?.start ?? start, end: wordAround(text, end, language)?.end ?? end };
}

/** The word that an offset lies within; null at its edges, and between words. */
function wordAround(text: string, offset: number, language: string): Span | null {
  const line = lineAt(text, offset);
  const at = offset - line.start;
  const found = segmenterOf("word", language).segment(text.slice(line.start, line.end)).containing(at);
  if (!found?.isWordLike || found.index === at) return null;
  return { start: line.start + found.index, end: line.start + found.index + found.segment.length };
}

/** The words (or sentences) of one line, in order, without the white space and punctuation between words. */
function* unitsOf(text: string, line: Span, unit: Unit, language: string): Generator<Span> {
  for (const { segment, index, isWordLike } of segmenterOf(unit, language).segment(text.slice(line.start, line.end))) {
    if (unit === "word" ? !isWordLike : blank.test(segment)) continue;
    const start = line.start + index;
    // A sentence segment includes the space after it.
    yield { start, end: start + segment.trimEnd().length };
  }
}

/** The first start (or end) of a word or sentence after `offset`; the end of the text when there is none. */
export function nextEdge(text: string, offset: number, unit: Unit, edge: Edge, language = ""): number {
  let line = lineAt(text, offset);
  for (;;) {
    for (const span of unitsOf(text, line, unit, language)) if (span[edge] > offset) return span[edge];
    if (line.end >= text.length) return text.length;
    line = lineAt(text, line.end + 1);
  }
}

/** The last start (or end) of a word or sentence before `offset`; 0 when there is none. */
export function previousEdge(text: string, offset: number, unit: Unit, edge: Edge, language = ""): number {
  let line = lineAt(text, offset);
  for (;;) {
    let last = -1;
    for (const span of unitsOf(text, line, unit, language)) if (span[edge] < offset) last = span[edge];
    if (last >= 0) return last;
    if (line.start === 0) return 0;
    line = lineAt(text, line.start - 1);
  }
}

/** How many words a span holds. */
export function countWords(text: string, span: Span, language = ""): number {
  let count = 0;
  for (const { isWordLike } of segmenterOf("word", language).segment(text.slice(span.start, span.end))) if (isWordLike) count++;
  return count;
}
