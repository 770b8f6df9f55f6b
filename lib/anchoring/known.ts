import type { Alignment } from "./alignment";
import { RUN_PRICE } from "./gaps";

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

/** The unbroken run of pairs that tokens [first, end), all paired in a row, are part of; looked at as far as REACH. */
export function runAround({ image, moved }: Alignment, first: number, end: number): { first: number; end: number } {
  const goesOn = (i: number, next: number) =>
    image[next] !== -1 && moved[next] === moved[i] && (image[next] ?? 0) - (image[i] ?? 0) === next - i;
  const run = { first, end };
  while (run.first > 0 && first - run.first < REACH && goesOn(run.first, run.first - 1)) run.first--;
  while (run.end < image.length && run.end - end < REACH && goesOn(run.end - 1, run.end)) run.end++;
  return run;
}

/** What that run tells, and that it reaches an end of both texts. Stops counting once it is enough. */
export function runBits(alignment: Alignment, first: number, end: number): number {
  const { from, to, image, weights } = alignment;
  let bits = 0;
  for (let i = first; i < end; i++) {
    bits += weights[from.ids[i] ?? 0] ?? 0;
    if (bits >= KNOWN_BITS) return bits;
  }
  const run = runAround(alignment, first, end);
  for (let i = run.first; i < run.end && bits < KNOWN_BITS; i++) if (i < first || i >= end) bits += weights[from.ids[i] ?? 0] ?? 0;
  if (run.first === 0 && image[0] === 0) bits += BOUNDARY_BITS;
  return run.end === from.count && image[run.end - 1] === to.count - 1 ? bits + BOUNDARY_BITS : bits;
}

/** What the longest unbroken run of pairs within tokens [first, end) tells. */
export function unbrokenBits({ from, image, weights }: Alignment, first: number, end: number): number {
  let most = 0;
  let bits = 0;
  for (let i = first; i < end; i++) {
    const paired = image[i] ?? -1;
    if (paired === -1 || (i > first && paired !== (image[i - 1] ?? -1) + 1)) bits = 0;
    if (paired !== -1) bits += weights[from.ids[i] ?? 0] ?? 0;
    most = Math.max(most, bits);
  }
  return most;
}

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

/**
 * Runs of pairs going away from the passage. A run behind a gap counts for what it tells beyond the number of places where it could have
 * stood in the gap: common words that meet by chance among rewritten ones count for nothing.
 */
function bitsBeside({ from, to, image, moved, weights }: Alignment, pairedAt: number, begin: number, step: 1 | -1): number {
  let bits = 0;
  let run = 0;
  let [at, partner] = [pairedAt, image[pairedAt] ?? 0];
  for (let i = begin; i >= 0 && i < from.count && Math.abs(i - begin) < REACH && bits + Math.max(0, run) < KNOWN_BITS; i += step) {
    const next = image[i] ?? -1;
    const leap = (next - partner) * step;
    if (next === -1 || moved[i] !== moved[pairedAt] || leap <= 0 || leap > LEAP) continue;
    const skipped = Math.abs(i - at) - 1;
    if (skipped > 0 || leap > 1) {
      bits += Math.max(0, run);
      run = -RUN_PRICE - Math.log2((1 + skipped) * leap);
    }
    [at, partner] = [i, next];
    run += weights[from.ids[i] ?? 0] ?? 0;
  }
  const isEdge = step === -1 ? at === 0 && partner === 0 : at === from.count - 1 && partner === to.count - 1;
  return bits + Math.max(0, run) + (isEdge ? BOUNDARY_BITS : 0);
}
