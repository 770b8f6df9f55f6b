import { characterEnd } from "./characters";
import type { Comparison } from "./comparison";
import { onEdges } from "./edges";
import { fold } from "./fold";
import { KNOWN_BITS, knownBits, runAround, runBits } from "./known";
import type { Span } from "./span";
import { gapAround, verbatimIn } from "./verbatim";
import type { Verdict } from "./verdict";

/** Words on either side that are looked at for whether the neighbours are the same. */
const NEIGHBOURS = 4;

/** The verdict on a passage all of whose words stand together in the new text; null when they do not. */
export function intactPlace(comparison: Comparison, passage: Span): Verdict | null {
  const { alignment, to } = comparison;
  const { image, moved } = alignment;
  const { first, end } = comparison.tokensIn(passage);
  const begin = image[first] ?? -1;
  if (begin === -1) return null;
  for (let i = first; i < end; i++) if (image[i] !== begin + i - first || moved[i] !== moved[first]) return null;
  const start = offsetIn(comparison, first, begin, passage.start);
  const span = onEdges(to, { start, end: Math.max(start, offsetIn(comparison, end - 1, begin + end - 1 - first, passage.end)) });
  if (span.start === span.end) return null;
  if (runBits(alignment, first, end) < KNOWN_BITS) {
    // Little stands unchanged beside it: it must not stand a second time among what was rewritten around it.
    const run = runAround(alignment, first, end);
    const gap = gapAround(comparison, run.first, run.end);
    const verbatim = gap && verbatimIn(comparison, passage, gap);
    const isKnown = knownBits(alignment, first, end) >= KNOWN_BITS;
    if (verbatim?.kind === "review" && (verbatim.why === "several-places" || !isKnown)) return verbatim;
    if (!verbatim && !isKnown) return { kind: "review", why: "context-lost", candidates: [{ ...span, score: 1 }] };
  }
  if (moved[first] === 1) return { kind: "moved", ...span, score: 1, why: "relocated" };
  if (hasNeighbour(comparison, first, begin, -1) || hasNeighbour(comparison, end - 1, begin + end - 1 - first, 1))
    return { kind: "exact", ...span };
  return { kind: "moved", ...span, score: 1, why: "context-changed" };
}

/** White space alone is where it was when the words around it are. */
export function blankPlace({ alignment: { image, to }, to: text }: Comparison, after: number): Verdict {
  const before = after > 0 ? (image[after - 1] ?? -1) : -1;
  const next = after < image.length ? (image[after] ?? -1) : to.count;
  if (next === -1 || (after > 0 && before === -1) || next !== before + 1) return { kind: "lost", why: "not-found" };
  const span = onEdges(text, { start: before === -1 ? 0 : (to.ends[before] ?? 0), end: to.starts[next] ?? text.length });
  return span.start < span.end ? { kind: "exact", ...span } : { kind: "lost", why: "removed" };
}

/** Whether one of the nearest words on a side is beside the passage in both texts, or both texts begin or end there. */
function hasNeighbour({ alignment: { from, to, image, moved } }: Comparison, at: number, partner: number, step: 1 | -1): boolean {
  for (let distance = 1; distance <= NEIGHBOURS; distance++) {
    const i = at + distance * step;
    if (i < 0 || i >= from.count) return partner + step < 0 || partner + step >= to.count;
    const leap = ((image[i] ?? -1) - partner) * step;
    if (image[i] !== -1 && moved[i] === moved[at] && leap > 0 && leap <= 2 * NEIGHBOURS) return true;
  }
  return false;
}

/** An offset within (or at an end of) a token, in the token's partner: as many folded characters in. */
function offsetIn({ alignment, from, to }: Comparison, token: number, partner: number, offset: number): number {
  const ours = { start: alignment.from.starts[token] ?? 0, end: alignment.from.ends[token] ?? 0 };
  const theirs = { start: alignment.to.starts[partner] ?? 0, end: alignment.to.ends[partner] ?? 0 };
  if (offset <= ours.start) return theirs.start;
  if (offset >= ours.end) return theirs.end;
  const wanted = fold(from.slice(ours.start, offset)).length;
  let at = theirs.start;
  while (at < theirs.end && fold(to.slice(theirs.start, at)).length < wanted) at = characterEnd(to, at);
  return Math.min(at, theirs.end);
}
