import type { Alignment } from "./alignment";

/** Words that a gap is slid by at most. In a text of one word again and again it could be slid anywhere. */
const FARTHEST = 256;

/** What a gap may begin behind, the best last. */
const [ANYWHERE, SIGN_END, SENTENCE_END, LINE_END] = [0, 1, 2, 3] as const;
const sentenceEnd = /[.!?…。！？؟][\p{Pe}\p{Pf}"']*\s*$/u;
const signEnd = /\p{P}\s*$/u;

/**
 * Where words were only taken out (or only put in), which of them is often not determined: from “if it rains … if it snows” a sentence
 * that begins with “if it” can have gone in two ways. Of all of them the one is taken that readers would name: whole paragraphs, then whole
 * sentences, then what a sign closes.
 */
export function slideGaps(alignment: Alignment, from: string, to: string): void {
  const { image, origin } = alignment;
  slide({ text: from, ids: alignment.from.ids, starts: alignment.from.starts, partners: image }, origin);
  slide({ text: to, ids: alignment.to.ids, starts: alignment.to.starts, partners: origin }, image);
}

type Side = { text: string; ids: Int32Array; starts: Int32Array; partners: Int32Array };

/** Slides the gaps of one side: the stretches without partners whose neighbours’ partners stand side by side. */
function slide(side: Side, other: Int32Array): void {
  const { ids, partners } = side;
  for (let first = 0; first < ids.length; first++) {
    if (partners[first] !== -1) continue;
    let end = first;
    while (end < ids.length && partners[end] === -1) end++;
    const before = first > 0 ? (partners[first - 1] ?? -1) : -1;
    const after = end < ids.length ? (partners[end] ?? -1) : other.length;
    if (before + 1 === after) move(side, other, first, end, bestShift(side, first, end));
    first = end;
  }
}

function bestShift(side: Side, first: number, end: number): number {
  const { ids, partners } = side;
  const paired = (i: number) => i >= 0 && i < ids.length && partners[i] !== -1;
  let best = 0;
  let quality = qualityAt(side, first);
  for (let by = 1; by <= FARTHEST && paired(first - by) && ids[first - by] === ids[end - by]; by++) {
    if (by > 1 && (partners[first - by] ?? 0) + 1 !== partners[first - by + 1]) break;
    const found = qualityAt(side, first - by);
    if (found > quality) [best, quality] = [-by, found];
  }
  for (let by = 1; by <= FARTHEST && paired(end + by - 1) && ids[first + by - 1] === ids[end + by - 1]; by++) {
    if (by > 1 && (partners[end + by - 2] ?? 0) + 1 !== partners[end + by - 1]) break;
    const found = qualityAt(side, first + by);
    if (found > quality) [best, quality] = [by, found];
  }
  return best;
}

/** How well a gap begins before this word. */
function qualityAt({ text, starts }: Side, token: number): number {
  const start = starts[token] ?? text.length;
  const before = text.slice(token > 0 ? Math.max((starts[token - 1] ?? 0) - 2, start - 16, 0) : 0, start);
  if (token === 0 || /\n\s*$/.test(before)) return LINE_END;
  if (sentenceEnd.test(before)) return SENTENCE_END;
  return signEnd.test(before) ? SIGN_END : ANYWHERE;
}

/** Hands the partners over from one end of the gap to the other. */
function move({ partners }: Side, other: Int32Array, first: number, end: number, by: number): void {
  const hand = (giver: number, taker: number) => {
    const partner = partners[giver] ?? -1;
    partners[taker] = partner;
    partners[giver] = -1;
    other[partner] = taker;
  };
  for (let i = 1; i <= -by; i++) hand(first - i, end - i);
  for (let i = 0; i < by; i++) hand(end + i, first + i);
}
