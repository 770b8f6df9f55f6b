import { distances } from "./distance";

/**
 * Where the seam of `left` and `right` is in a text that is both of them edited: the cut that needs the fewest edits on either side. Of
 * equals the one that leaves `left` nearest to its length.
 */
export function project(left: Uint16Array, right: Uint16Array, text: Uint16Array): number {
  const before = distances(left, text, false);
  const after = distances(right.slice().reverse(), text.slice().reverse(), false);
  let best = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let cut = 0; cut <= text.length; cut++) {
    const edits = (before[cut] ?? 0) + (after[text.length - cut] ?? 0);
    if (edits < fewest || (edits === fewest && Math.abs(cut - left.length) < Math.abs(best - left.length))) [best, fewest] = [cut, edits];
  }
  return best;
}

/** One after the other. */
export function joined(one: Uint16Array, other: Uint16Array): Uint16Array {
  const both = new Uint16Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
