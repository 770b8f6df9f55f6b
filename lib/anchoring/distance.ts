/**
 * Edit distance (insertions, deletions, substitutions; Levenshtein) by Myers' bit-vectors in Hyyrö's form for patterns of any length:
 * O(text × ⌈pattern / 32⌉). G. Myers, A fast bit-vector algorithm for approximate string matching based on dynamic programming,
 * J. ACM 46(3), 1999; H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances, Nordic J. Comp. 10, 2003.
 */

type Codes = Uint16Array;

/** What is longer, some pages, is not compared letter by letter: the time is the product of the lengths. */
export const LONGEST_COMPARED = 4000;

/**
 * The distance of the whole pattern to every prefix of the text (the i-th: of its first i units); with `anywhere`, to the best
 * stretch that ends there.
 */
export function distances(pattern: Codes, text: Codes, anywhere: boolean): Int32Array {
  const scores = new Int32Array(text.length + 1);
  scores[0] = pattern.length;
  if (pattern.length === 0) {
    if (!anywhere) for (let i = 1; i <= text.length; i++) scores[i] = i;
    return scores;
  }
  const blocks = Math.ceil(pattern.length / 32);
  const masks = masksOf(pattern, blocks);
  const none = new Int32Array(blocks);
  const plus = new Int32Array(blocks).fill(-1);
  const minus = new Int32Array(blocks);
  const lastBit = 1 << ((pattern.length - 1) & 31);
  let score = pattern.length;
  for (let i = 0; i < text.length; i++) {
    const mask = masks.get(text[i] ?? 0) ?? none;
    let carry = anywhere ? 0 : 1;
    for (let block = 0; block < blocks; block++) {
      const high = block === blocks - 1 ? lastBit : 1 << 31;
      const pv = plus[block] ?? 0;
      const mv = minus[block] ?? 0;
      const negative = carry < 0 ? 1 : 0;
      const xv = (mask[block] ?? 0) | mv;
      const eq = (mask[block] ?? 0) | negative;
      const xh = ((((eq & pv) + pv) | 0) ^ pv) | eq;
      let ph = mv | ~(xh | pv);
      let mh = pv & xh;
      const out = (ph & high) !== 0 ? 1 : (mh & high) !== 0 ? -1 : 0;
      ph = (ph << 1) | (carry > 0 ? 1 : 0);
      mh = (mh << 1) | negative;
      plus[block] = mh | ~(xv | ph);
      minus[block] = ph & xv;
      carry = out;
    }
    score += carry;
    scores[i + 1] = score;
  }
  return scores;
}

function masksOf(pattern: Codes, blocks: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>();
  for (let i = 0; i < pattern.length; i++) {
    const code = pattern[i] ?? 0;
    let mask = masks.get(code);
    if (!mask) {
      mask = new Int32Array(blocks);
      masks.set(code, mask);
    }
    mask[i >> 5] = (mask[i >> 5] ?? 0) | (1 << (i & 31));
  }
  return masks;
}

/** The edit distance of two texts. What they begin and end with alike costs nothing, so a long one with one edit is compared at once. */
export function distance(one: Codes, other: Codes): number {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const text = other.subarray(head, other.length - tail);
  return distances(one.subarray(head, one.length - tail), text, false)[text.length] ?? 0;
}

/** 1 for the same, 0 for nothing in common: one less the share of the longer one's units that are edited. */
export function similarity(one: Codes, other: Codes): number {
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 1 : 1 - distance(one, other) / longer;
}

/** The stretch of the text that is nearest to the pattern: of equals the first, of its beginnings the one that makes it as long as the pattern. */
export function nearest(pattern: Codes, text: Codes): { start: number; end: number; errors: number } {
  const ending = distances(pattern, text, true);
  let end = 0;
  for (let i = 1; i < ending.length; i++) if ((ending[i] ?? 0) < (ending[end] ?? 0)) end = i;
  const errors = ending[end] ?? pattern.length;
  // Longer than this no stretch within so many errors can be.
  const before = text.slice(Math.max(0, end - pattern.length - errors), end).reverse();
  const beginning = distances(pattern.slice().reverse(), before, false);
  let length = Math.min(end, pattern.length);
  for (let i = 0; i < beginning.length; i++) {
    const closer = Math.abs(i - pattern.length) < Math.abs(length - pattern.length);
    if ((beginning[i] ?? 0) < (beginning[length] ?? Number.POSITIVE_INFINITY) || (beginning[i] === beginning[length] && closer)) length = i;
  }
  return { start: end - length, end, errors };
}
