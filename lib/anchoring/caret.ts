import type { Span } from "./span";
import { countWords, lineAt, nextEdge, previousEdge, type Unit } from "./words";

/** Selecting by keyboard: `anchor` stays where the selection began, `focus` is the end that moves. Equal: nothing is selected. */
export type Caret = { anchor: number; focus: number };

/** How much is taken at once: the paragraph, its sentence, its word. */
export type Scope = "paragraph" | Unit;

/** The text that is selected in, and its language (BCP 47), which says where its words and sentences end. */
export type Reading = { text: string; language: string };

export type Extension = { by: Unit | "line"; direction: 1 | -1 };

const narrower: Record<Scope, Scope> = { paragraph: "sentence", sentence: "word", word: "word" };
const wider: Record<Scope, Scope> = { word: "sentence", sentence: "paragraph", paragraph: "paragraph" };

export function narrowed(scope: Scope): Scope {
  return narrower[scope];
}

export function widened(scope: Scope): Scope {
  return wider[scope];
}

/** What is selected, in text order. */
export function selected({ anchor, focus }: Caret): Span {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** The paragraph around an offset; or its first sentence or word that begins there or later, where there is one, else the last before. */
export function scopeAt(reading: Reading, offset: number, scope: Scope): Caret {
  const { text, language } = reading;
  const line = textLineAt(text, offset);
  if (scope === "paragraph") return { anchor: line.start, focus: line.end };
  const start = nextEdge(text, Math.max(offset, line.start) - 1, scope, "start", language);
  if (start < line.end) return unitFrom(reading, start, scope);
  const last = previousEdge(text, line.end, scope, "start", language);
  return last >= line.start ? unitFrom(reading, last, scope) : { anchor: line.start, focus: line.end };
}

/** The scope around the beginning of what is selected, wider than before: the sentence that a word is in, the paragraph of a sentence. */
export function scopeAround(reading: Reading, caret: Caret, scope: Scope): Caret {
  const { start } = selected(caret);
  if (scope === "paragraph") return scopeAt(reading, start, scope);
  const { text, language } = reading;
  const from = previousEdge(text, start + 1, scope, "start", language);
  return from >= lineAt(text, start).start ? scopeAt(reading, from, scope) : scopeAt(reading, start, scope);
}

/** What comes after the selection, or before it, in the same measure; the selection itself where there is nothing more. */
export function stepped(reading: Reading, caret: Caret, scope: Scope, direction: 1 | -1): Caret {
  const { text, language } = reading;
  const { start, end } = selected(caret);
  if (scope === "paragraph") {
    const line = direction === 1 ? lineAfter(text, end) : lineBefore(text, start);
    return line ? { anchor: line.start, focus: line.end } : caret;
  }
  if (direction === 1) {
    const next = nextEdge(text, Math.max(start, end - 1), scope, "start", language);
    return next < text.length ? unitFrom(reading, next, scope) : caret;
  }
  const previous = previousEdge(text, start, scope, "start", language);
  const unit = scopeAt(reading, previous, scope);
  return selected(unit).start < start ? unit : caret;
}

function unitFrom({ text, language }: Reading, start: number, unit: Unit): Caret {
  return { anchor: start, focus: nextEdge(text, start, unit, "end", language) };
}

/**
 * The moving end goes on, or back. It stops behind the last word of the selection or before its first, so that a selection never ends in
 * a space.
 */
export function extended({ text, language }: Reading, { anchor, focus }: Caret, { by, direction }: Extension): Caret {
  const forwards = direction === 1 ? focus >= anchor : focus > anchor;
  const edge = forwards ? "end" : "start";
  const step = direction === 1 ? nextEdge : previousEdge;
  const at = by === "line" ? lineEdge(text, focus, direction) : step(text, focus, by, edge, language);
  // Taking back the first word of a selection leaves nothing selected, whichever edge came first.
  const crossed = focus !== anchor && Math.sign(at - anchor) === -Math.sign(focus - anchor);
  return { anchor, focus: crossed ? anchor : at };
}

const isBlank = (text: string, { start, end }: Span) => text.slice(start, end).trim() === "";

/** The line around an offset; where that is empty, the next that is not, or the last one before. */
function textLineAt(text: string, offset: number): Span {
  const line = lineAt(text, offset);
  return isBlank(text, line) ? (lineAfter(text, line.end) ?? lineBefore(text, line.start) ?? line) : line;
}

function lineAfter(text: string, offset: number): Span | null {
  for (let line = lineAt(text, offset); line.end < text.length; ) {
    line = lineAt(text, line.end + 1);
    if (!isBlank(text, line)) return line;
  }
  return null;
}

function lineBefore(text: string, offset: number): Span | null {
  for (let line = lineAt(text, offset); line.start > 0; ) {
    line = lineAt(text, line.start - 1);
    if (!isBlank(text, line)) return line;
  }
  return null;
}

/** To the end or the beginning of the line (paragraph); from there, of the one after or before. */
function lineEdge(text: string, from: number, direction: 1 | -1): number {
  const line = lineAt(text, from);
  if (direction === 1) return from < line.end || line.end >= text.length ? line.end : lineAt(text, line.end + 1).end;
  return from > line.start || line.start === 0 ? line.start : lineAt(text, line.start - 1).start;
}

/** Longer selections are read out by their two ends: hearing the whole of it again after every key press helps nobody. */
const LONGEST_READ_WHOLE = 120;
const READ_AT_EACH_END = 40;

/** What to say after a key press: what is selected, or what is ahead of a selection that was taken back. */
export function spoken({ text, language }: Reading, caret: Caret): string {
  const span = selected(caret);
  if (span.start === span.end) {
    const ahead = text.slice(span.start, nextEdge(text, span.start, "word", "end", language)).trim();
    return ahead === "" ? "Nothing selected, at the end of the article" : `Nothing selected, before ${ahead}`;
  }
  if (span.end - span.start <= LONGEST_READ_WHOLE) return `Selected: ${text.slice(span.start, span.end)}`;
  const head = text.slice(span.start, nextEdge(text, span.start + READ_AT_EACH_END, "word", "end", language));
  const tail = text.slice(previousEdge(text, span.end - READ_AT_EACH_END, "word", "start", language), span.end);
  return `Selected ${countWords(text, span, language)} words: ${head} … ${tail}`;
}
