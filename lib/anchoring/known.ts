import type { Alignment } from "./alignment";

/**
 * Bits that a passage and what stands unchanged beside it must tell together for its place to be known: two rare words, or four common
 * ones. A single common word that happens to stand where everything was rewritten tells less.
 */
export const KNOWN_BITS = 12;

/** The beginning or the end of both texts is a neighbour, too, as good as a word. */
const BOUNDARY_BITS = 6;

/** Words on either side that are asked. Most passages are known by the first two. */
const REACH = 64;

/** Words that may have been put in or left out between two that speak for the same place. */
const LEAP = 12;

/**
 * What speaks for tokens [first, end) of `from` being where the alignment has put them: the bits of those that have partners, in order,
 * and of their neighbours that went along. Stops counting once they are enough.
 */
export function knownBits(alignment: Alignment, first: number, end: number): number {
  const { from, image, moved, weights } = alignment;
  let bits = 0;
  let firstPaired = -1;
  let lastPaired = -1;
  for (let i = first; i < end && bits < KNOWN_BITS; i++) {
    if (image[i] === -1) continue;
    if (firstPaired === -1) firstPaired = i;
    lastPaired = i;
    bits += weights[from.ids[i] ?? 0] ?? 0;
  }
  if (firstPaired === -1 || bits >= KNOWN_BITS) return bits;
  bits += bitsBeside(alignment, firstPaired, first - 1, -1);
  if (bits >= KNOWN_BITS) return bits;
  for (let i = lastPaired; i < end; i++) if (image[i] !== -1 && moved[i] === moved[lastPaired]) lastPaired = i;
  return bits + bitsBeside(alignment, lastPaired, end, 1);
}

function bitsBeside({ from, to, image, moved, weights }: Alignment, pairedAt: number, begin: number, step: 1 | -1): number {
  let bits = 0;
  let [at, partner] = [pairedAt, image[pairedAt] ?? 0];
  for (let i = begin; i >= 0 && i < from.count && Math.abs(i - begin) < REACH && bits < KNOWN_BITS; i += step) {
    const next = image[i] ?? -1;
    const leap = (next - partner) * step;
    if (next === -1 || moved[i] !== moved[pairedAt] || leap <= 0 || leap > LEAP) continue;
    [at, partner] = [i, next];
    bits += weights[from.ids[i] ?? 0] ?? 0;
  }
  const isEdge = step === -1 ? at === 0 && partner === 0 : at === from.count - 1 && partner === to.count - 1;
  return isEdge ? bits + BOUNDARY_BITS : bits;
}
