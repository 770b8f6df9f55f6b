import type { Comparison } from "./comparison";
import { onEdges } from "./edges";
import type { Span } from "./span";
import type { Verdict } from "./verdict";

/** New text, tokens [begin, end) of `to`, that took the place of the old tokens [before, after) with the passage among them. */
export type Gap = { begin: number; end: number; before: number; after: number };

/** The gap between the nearest words before and behind tokens [first, end) that have partners; null when they are not in order. */
export function gapAround(comparison: Comparison, first: number, end: number): Gap | null {
  const { image, moved } = comparison.alignment;
  const { before, after } = comparison.neighbours(first, end);
  if (before === null || after === null || moved[before] !== moved[after]) return null;
  const gap = { begin: (image[before] ?? 0) + 1, end: image[after] ?? 0, before: before + 1, after };
  return gap.begin <= gap.end ? gap : null;
}

/** Bits beyond the places in the gap. Its neighbours vouch for the gap, so that less is asked than of a place anywhere. */
export const GAP_MARGIN_BITS = 2;

/** Gaps of more words are not read through. */
const LONGEST_READ = 2000;

/** Places shown of a word or two that stand in rewritten text. More are no help. */
const SHOWN = 5;

/** The verdict on a passage whose very words stand among rewritten ones: sure when they tell enough for the length of what was rewritten. */
export function verbatimIn(comparison: Comparison, passage: Span, gap: Gap): Verdict | null {
  const { from, to, weights } = comparison.alignment;
  const { first, end } = comparison.tokensIn(passage);
  const length = end - first;
  if (gap.end - gap.begin > LONGEST_READ) return null;
  const found: Span[] = [];
  for (let at = gap.begin; at + length <= gap.end && found.length <= SHOWN; at++) {
    let same = 0;
    while (same < length && from.ids[first + same] === to.ids[at + same]) same++;
    if (same === length) found.push(onEdges(comparison.to, comparison.spanTo(at, at + length)));
  }
  const [only] = found;
  if (!only || found.length > SHOWN) return null;
  let bits = 0;
  for (let i = first; i < end; i++) bits += weights[from.ids[i] ?? 0] ?? 0;
  if (found.length === 1 && bits >= Math.log2(gap.end - gap.begin) + GAP_MARGIN_BITS)
    return { kind: "moved", ...only, score: 1, why: "context-changed" };
  const candidates = found.map((span) => ({ ...span, score: 1 }));
  return { kind: "review", why: found.length === 1 ? "context-lost" : "several-places", candidates };
}
