import type { Stretch } from "./highlight";

/** A piece of an excerpt: text to be printed, and whether it is what was asked for. */
export type Piece = { text: string; isHit: boolean };

/** UTF-16 code units: three or four lines on the page. */
const MAX_LENGTH = 280;
/** What is shown before the first hit, so that it has a beginning. */
const LEAD = 60;
/** How far an end may move to fall between words. */
const SLACK = 24;

/** The part of a text where most was found, cut between words where it has any, in pieces that together are the text there. */
export function excerptOf(text: string, stretches: readonly Stretch[]): Piece[] {
  const { from, to } = windowOf(text, stretches);
  const pieces: Piece[] = [];
  const add = (piece: string, isHit: boolean) => piece !== "" && pieces.push({ text: piece, isHit });
  let at = from;
  if (from > 0) add("…", false);
  for (const [start, end] of stretches) {
    if (end <= from || start >= to) continue;
    add(text.slice(at, Math.max(at, start)), false);
    add(text.slice(Math.max(at, start), Math.min(end, to)), true);
    at = Math.min(end, to);
  }
  add(text.slice(at, to), false);
  if (to < text.length) add("…", false);
  return pieces;
}

function windowOf(text: string, stretches: readonly Stretch[]): { from: number; to: number } {
  if (text.length <= MAX_LENGTH) return { from: 0, to: text.length };
  const start = densest(stretches);
  const from = start <= LEAD ? 0 : wordStartNear(text, start - LEAD);
  const to = from + MAX_LENGTH >= text.length ? text.length : wordEndNear(text, from + MAX_LENGTH);
  return { from, to };
}

/** The stretch from which on most others follow within the window; the first of equals. */
function densest(stretches: readonly Stretch[]): number {
  let best = { start: stretches[0]?.[0] ?? 0, count: 0 };
  let last = 0;
  for (const [index, [start]] of stretches.entries()) {
    while ((stretches[last]?.[1] ?? Number.POSITIVE_INFINITY) <= start + MAX_LENGTH - LEAD) last++;
    if (last - index > best.count) best = { start, count: last - index };
  }
  return best.start;
}

function wordStartNear(text: string, at: number): number {
  const space = text.slice(at, at + SLACK).search(/\s/);
  return wholeCharacter(text, space === -1 ? at : at + space + 1);
}

function wordEndNear(text: string, at: number): number {
  const space = text.slice(at - SLACK, at).search(/\s\S*$/);
  return wholeCharacter(text, space === -1 ? at : at - SLACK + space);
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}
