import { type Alignment, pairUp } from "./alignment";
import { type Block, uniqueBlocks } from "./anchors";
import { pairBeyondChance } from "./gaps";

/** Shortest run that may show a stretch to have moved. What it must be worth besides is below. */
const SEED = 3;

/** Bits beyond chance that a moved run is worth: one in 2^10 unrelated texts has such a run by accident. */
const BEYOND_CHANCE = 10;

/** Two runs that moved together have no more than this many words between them on either side: a rewritten sentence, not a chapter. */
const WITHIN_MOVE = 64;

/**
 * Finds, among the words that have no partner yet, the stretches that stand in both texts but not in the same order, and pairs them. A
 * run counts when it stands once among what is left on either side and is worth more than chance; edits within a moved stretch are
 * then aligned as everywhere.
 */
export function pairMoved(alignment: Alignment): void {
  const { from, to, weights, image, origin, moved } = alignment;
  const ours = leftOver(from.ids, image, -2);
  const theirs = leftOver(to.ids, origin, -3);
  if (ours.ids.length < SEED || theirs.ids.length < SEED) return;
  const needed = Math.log2(ours.ids.length) + Math.log2(theirs.ids.length) + BEYOND_CHANCE;
  const worth = ({ a, length }: Block) => {
    let bits = 0;
    for (let i = 0; i < length; i++) bits += weights[ours.ids[a + i] ?? 0] ?? 0;
    return bits;
  };
  const runs = uniqueBlocks(ours.ids, theirs.ids, SEED)
    .map((block) => ({ block, bits: worth(block) }))
    .filter(({ bits }) => bits >= needed)
    .sort((one, other) => other.bits - one.bits);
  const placed: Block[] = [];
  for (const { block } of runs) {
    const a = ours.places[block.a] ?? 0;
    const b = theirs.places[block.b] ?? 0;
    let length = 0;
    while (length < block.length && image[a + length] === -1 && origin[b + length] === -1) {
      pairUp(alignment, a + length, b + length);
      moved[a + length] = 1;
      length++;
    }
    if (length > 0) placed.push({ a, b, length });
  }
  placed.sort((one, other) => one.a - other.a);
  for (const [index, block] of placed.entries()) {
    const next = placed[index + 1];
    const together = next ? between(block, next) : null;
    if (together) pairStretch(alignment, together);
    else pairStretch(alignment, behind(alignment, block));
    const previous = placed[index - 1];
    if (!previous || !between(previous, block)) pairStretch(alignment, ahead(alignment, block));
  }
}

/**
 * What no partner was found for, each stretch closed by an id that equals nothing: runs do not reach over what was left out. The sides
 * close with different ids.
 */
function leftOver(ids: Int32Array, partners: Int32Array, close: -2 | -3): { ids: Int32Array; places: Int32Array } {
  const left = new Int32Array(2 * ids.length + 1);
  const places = new Int32Array(2 * ids.length + 1);
  let count = 0;
  let closing = close;
  for (let i = 0; i < ids.length; i++) {
    if (partners[i] !== -1) continue;
    left[count] = ids[i] ?? 0;
    places[count++] = i;
    if (i + 1 < ids.length && partners[i + 1] !== -1) {
      left[count] = closing;
      places[count++] = i;
      closing -= 2;
    }
  }
  return { ids: left.subarray(0, count), places: places.subarray(0, count) };
}

type Stretch = { aStart: number; aEnd: number; bStart: number; bEnd: number };

/** The words between two runs that moved together; null when they did not. */
function between(before: Block, after: Block): Stretch | null {
  const stretch = { aStart: before.a + before.length, aEnd: after.a, bStart: before.b + before.length, bEnd: after.b };
  const [ours, theirs] = [stretch.aEnd - stretch.aStart, stretch.bEnd - stretch.bStart];
  return ours >= 0 && theirs >= 0 && ours <= WITHIN_MOVE && theirs <= WITHIN_MOVE ? stretch : null;
}

/** What has no partner yet behind a run that moved, on either side: an edited end of it may be there. */
function behind({ from, to, image, origin }: Alignment, { a, b, length }: Block): Stretch {
  const [aStart, bStart] = [a + length, b + length];
  let [aEnd, bEnd] = [aStart, bStart];
  while (aEnd < from.count && aEnd - aStart < WITHIN_MOVE && image[aEnd] === -1) aEnd++;
  while (bEnd < to.count && bEnd - bStart < WITHIN_MOVE && origin[bEnd] === -1) bEnd++;
  return { aStart, aEnd, bStart, bEnd };
}

/** The same ahead of it. */
function ahead({ image, origin }: Alignment, { a, b }: Block): Stretch {
  let [aStart, bStart] = [a, b];
  while (aStart > 0 && a - aStart < WITHIN_MOVE && image[aStart - 1] === -1) aStart--;
  while (bStart > 0 && b - bStart < WITHIN_MOVE && origin[bStart - 1] === -1) bStart--;
  return { aStart, aEnd: a, bStart, bEnd: b };
}

function pairStretch(alignment: Alignment, { aStart, aEnd, bStart, bEnd }: Stretch): void {
  const { from, to, weights, image, origin, moved } = alignment;
  if (aStart === aEnd || bStart === bEnd) return;
  pairBeyondChance(from.ids.subarray(aStart, aEnd), to.ids.subarray(bStart, bEnd), weights, (i, j) => {
    const [a, b] = [aStart + i, bStart + j];
    if (image[a] !== -1 || origin[b] !== -1) return;
    pairUp(alignment, a, b);
    moved[a] = 1;
  });
}
