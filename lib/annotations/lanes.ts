/**
 * Which underline goes where: the overlap rules of the design language for one block.
 *
 * A lane is one framework on one passage, whoever tagged it. Lanes are packed by start, then longest first, into the lowest
 * free row, and keep their row for their whole length. Six or more on top of each other do not fit between two lines of
 * text: the four most tagged keep rows, the rest share a neutral fifth. That is decided for each knot of lanes by itself,
 * so one crowded sentence does not take the colour from the rest of its paragraph.
 *
 * O(n log n) for the sort; a row is one of five, and no step looks at more.
 */
import type { StanceCount } from "../articles/library";
import type { ShownTag } from "./annotation";

/** Five rows of underlines fit between two lines of text. */
export const MAX_ROWS = 5;
/** The row that six or more share. */
export const SHARED_ROW = MAX_ROWS - 1;
/** Characters of air between two lanes in one row, so that two passages never look like one. */
const AIR = 1;

export type Lane = StanceCount & { frameworkId: string; start: number; end: number };
export type PackedLane = Lane & { row: number; isShared: boolean };
/** `depth` is the number of rows used: the pitch between them depends on it. */
export type PackedLanes = { lanes: PackedLane[]; depth: number };

type Range = { start: number; end: number };

/** One lane for each framework and range: annotations of the same words with the same framework are counted together. */
export function lanesOfPassages(passages: readonly (Range & { tags: readonly ShownTag[] })[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const { start, end, tags } of passages) {
    for (const { frameworkId, stance } of tags) {
      const key = `${start} ${end} ${frameworkId}`;
      let lane = lanes.get(key);
      if (!lane) {
        lane = { frameworkId, start, end, supports: 0, contests: 0 };
        lanes.set(key, lane);
      }
      lane[stance]++;
    }
  }
  return [...lanes.values()];
}

/**
 * Gives every lane its row.
 * @param rankOf orders lanes of the same range, so that a framework lies above another wherever the two meet
 */
export function packLanes(lanes: readonly Lane[], rankOf: (frameworkId: string) => number = () => 0): PackedLanes {
  const sorted = [...lanes].sort((a, b) => a.start - b.start || b.end - a.end || rankOf(a.frameworkId) - rankOf(b.frameworkId));
  const packed: PackedLane[] = [];
  let depth = 0;
  for (const knot of knotsOf(sorted)) {
    for (const lane of packKnot(knot)) {
      packed.push(lane);
      depth = Math.max(depth, lane.row + 1);
    }
  }
  return { lanes: packed, depth };
}

/** Splits sorted lanes where no lane reaches across: what is packed on one side cannot disturb the other. */
function knotsOf(sorted: readonly Lane[]): Lane[][] {
  const knots: Lane[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const lane of sorted) {
    const knot = knots.at(-1);
    if (!knot || lane.start >= reach + AIR) knots.push([lane]);
    else knot.push(lane);
    reach = Math.max(reach, lane.end);
  }
  return knots;
}

function packKnot(knot: readonly Lane[]): PackedLane[] {
  const rows = rowsOf(knot, MAX_ROWS);
  if (rows) return knot.map((lane, index) => ({ ...lane, row: rows[index] ?? 0, isShared: false }));
  const kept = mostTagged(knot, SHARED_ROW);
  const own = knot.filter((lane) => kept.has(lane));
  // Never more than four at one place, so packing by start finds four rows for them.
  const ownRows = rowsOf(own, SHARED_ROW) ?? [];
  const rowOf = new Map(own.map((lane, index) => [lane, ownRows[index] ?? 0]));
  return knot.map((lane) => ({ ...lane, row: rowOf.get(lane) ?? SHARED_ROW, isShared: !rowOf.has(lane) }));
}

/** The lowest free row for each lane, or null when some place needs more than `limit`. */
function rowsOf(sorted: readonly Lane[], limit: number): number[] | null {
  const ends: number[] = new Array<number>(limit).fill(Number.NEGATIVE_INFINITY);
  const rows: number[] = [];
  for (const lane of sorted) {
    const row = ends.findIndex((end) => end + AIR <= lane.start);
    if (row < 0) return null;
    ends[row] = lane.end;
    rows.push(row);
  }
  return rows;
}

/** Sweeps from the left and, wherever more than `limit` lie on each other, lets the least tagged go. */
function mostTagged(sorted: readonly Lane[], limit: number): ReadonlySet<Lane> {
  const kept = new Set<Lane>(sorted);
  let here: Lane[] = [];
  for (const lane of sorted) {
    here = here.filter((other) => other.end + AIR > lane.start);
    here.push(lane);
    if (here.length <= limit) continue;
    const least = here.reduce((a, b) => (b.supports + b.contests <= a.supports + a.contests ? b : a));
    kept.delete(least);
    here = here.filter((other) => other !== least);
  }
  return kept;
}
