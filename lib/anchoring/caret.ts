import type { Span } from "./span";
import { countWords, lineAt, nextEdge, previousEdge, type Unit } from "./words";

/** Selecting by keyboard: `anchor` stays where the selection began, `focus` is the end that moves. Equal: nothing is selected yet. */
export type Caret = { anchor: number; focus: number };

export type Move = { by: Unit | "line"; direction: 1 | -1; extend: boolean };

/** The caret before the first word at or after an offset. */
export function caretAt(text: string, offset: number): Caret {
  const at = nextEdge(text, offset - 1, "word", "start");
  return { anchor: at, focus: at };
}

/** What is selected, in text order. */
export function selected({ anchor, focus }: Caret): Span {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/**
 * One key press. A caret that only moves stops before words, where reading goes on from; an end that is being extended stops behind
 * the last word of the selection or before its first, so that a selection never ends in a space.
 */
export function move(text: string, caret: Caret, { by, direction, extend }: Move): Caret {
  const { anchor, focus } = caret;
  if (!extend) {
    const at = by === "line" ? nextLine(text, focus, direction) : step(text, focus, by, direction, "start");
    return { anchor: at, focus: at };
  }
  const forwards = direction === 1 ? focus >= anchor : focus > anchor;
  const at = by === "line" ? lineEdge(text, focus, direction) : step(text, focus, by, direction, forwards ? "end" : "start");
  // Taking back the first word of a selection leaves nothing selected, whichever edge came first.
  const crossed = focus !== anchor && Math.sign(at - anchor) === -Math.sign(focus - anchor);
  return { anchor, focus: crossed ? anchor : at };
}

function step(text: string, from: number, by: Unit, direction: 1 | -1, edge: "start" | "end"): number {
  return direction === 1 ? nextEdge(text, from, by, edge) : previousEdge(text, from, by, edge);
}

/** The first word of the line (paragraph) after or before this one. */
function nextLine(text: string, from: number, direction: 1 | -1): number {
  const line = lineAt(text, from);
  if (direction === 1) return line.end >= text.length ? from : caretAt(text, line.end + 1).focus;
  const before = line.start === 0 ? line : lineAt(text, line.start - 1);
  return caretAt(text, before.start).focus;
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

/** What to say after a key press: the word ahead, or what is selected. */
export function spoken(text: string, caret: Caret): string {
  if (caret.anchor === caret.focus) {
    return caret.focus >= text.length ? "End of the article" : text.slice(caret.focus, nextEdge(text, caret.focus, "word", "end"));
  }
  const span = selected(caret);
  if (span.end - span.start <= LONGEST_READ_WHOLE) return `Selected: ${text.slice(span.start, span.end)}`;
  const head = text.slice(span.start, nextEdge(text, span.start + READ_AT_EACH_END, "word", "end"));
  const tail = text.slice(previousEdge(text, span.end - READ_AT_EACH_END, "word", "start"), span.end);
  return `Selected ${countWords(text, span)} words: ${head} … ${tail}`;
}
