/** A range as far as it lies over one block. `begins` is true on the first block it lies over. */
export type Spread<T> = { range: T; begins: boolean };

type Range = { start: number; end: number };

/**
 * Gives every block the ranges that lie over it, in the order they came. Ranges may cross blocks; blocks are in text order.
 * O(n log b): each range finds its first block by halving and walks from there.
 */
export function spreadOverBlocks<T extends Range>(blocks: readonly Range[], ranges: readonly T[]): Spread<T>[][] {
  const spread: Spread<T>[][] = blocks.map(() => []);
  for (const range of ranges) {
    const first = firstEndingAfter(blocks, range.start);
    for (let index = first; index < blocks.length; index++) {
      const block = blocks[index];
      if (!block || block.start >= range.end) break;
      spread[index]?.push({ range, begins: index === first });
    }
  }
  return spread;
}

function firstEndingAfter(blocks: readonly Range[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
