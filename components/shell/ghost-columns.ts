/** Heights of a made-up hedge, above and below its line. It stands for no article, so it has no colour. */
const above = [
  3, 6, 5, 8, 6, 7, 6, 3, 2, 0, 1, 4, 5, 5, 6, 8, 5, 4, 5, 1, 2, 1, 1, 2, 5, 6, 7, 8, 6, 3, 2, 0, 2, 1, 4, 6, 6, 6, 7, 6, 6, 3, 1,
];
const below = [
  0, 1, 1, 4, 0, 4, 0, 1, 1, 0, 1, 1, 0, 0, 1, 3, 2, 2, 3, 0, 0, 0, 0, 0, 2, 2, 3, 4, 2, 1, 1, 0, 1, 1, 2, 0, 1, 0, 0, 1, 2, 1, 0,
];

/** So many columns of it, over and over. */
export function ghostColumns(count = above.length): { above: number; below: number }[] {
  return Array.from({ length: count }, (_, column) => ({
    above: above[column % above.length] ?? 0,
    below: below[column % below.length] ?? 0,
  }));
}
