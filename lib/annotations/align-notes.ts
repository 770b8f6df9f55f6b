/** A note in the margin: where its upper edge would have to be for it to be level with its passage, and how tall it is. Pixels from the margin's top. */
export type PlacedNote = { want: number; height: number; open: boolean };

export type Alignment = {
  /** the least distance between two notes */
  gap: number;
  /** notes stay below what is printed at the top of the margin */
  top: number;
};

/**
 * Where the notes of a margin go, in the order of the text. Order is kept, no two lie on each other, and of all such places these are the
 * ones nearest to the passages: the sum of squared distances is least. The open note is level with its passage exactly, wherever the notes
 * above it have room to move up.
 *
 * With d(i) the heights and gaps before note i, y(i) = z(i) + d(i) turns "below the one before" into "z does not fall", so the best z is
 * the isotonic regression of want(i) − d(i), found by pooling neighbours (Ayer et al. 1955) in O(n). Bounds from above and below (the
 * top of the margin, the open note) are met by clamping the unbounded answer (Barlow et al. 1972).
 */
export function alignNotes(notes: readonly PlacedNote[], { gap, top }: Alignment): number[] {
  const depth: number[] = [];
  let below = 0;
  for (const { height } of notes) {
    depth.push(below);
    below += height + gap;
  }
  const level = notes.map(({ want }, index) => want - (depth[index] ?? 0));
  const open = notes.findIndex((note) => note.open);
  const openLevel = open === -1 ? undefined : Math.max(level[open] ?? top, top);
  const z =
    openLevel === undefined
      ? isotonic(level).map((value) => Math.max(value, top))
      : [
          ...isotonic(level.slice(0, open)).map((value) => Math.min(Math.max(value, top), openLevel)),
          openLevel,
          ...isotonic(level.slice(open + 1)).map((value) => Math.max(value, openLevel)),
        ];
  return z.map((value, index) => value + (depth[index] ?? 0));
}

/** The sequence that does not fall and is nearest to `values` by squares: neighbours that are out of order share their mean. */
function isotonic(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}
