/**
 * Flattens what lies over one block (passages, their lanes, inline formatting) into segments that do not overlap, in one
 * sweep over the places where anything begins or ends: O((n + k) log n) for k segments, and no segment searches the ranges.
 *
 * All offsets are UTF-16 code units into the revision's text. Ranges may reach beyond the block, be empty, or cut a surrogate
 * pair in half: they are clipped, skipped, or widened to the whole character, since half a character cannot be rendered.
 */
import type { InlineFormat } from "../articles/rich-text";
import type { FormatRange } from "../articles/schema";
import type { ShownTag } from "./annotation";
import { lanesOfPassages, MAX_ROWS, type PackedLane, packLanes, SHARED_ROW } from "./lanes";
import { formOf, type StanceForm } from "./stance";

/** A passage as far as a block is concerned. `begins` is false where it only goes on from an earlier block. */
export type BlockPassage = { id: string; start: number; end: number; tags: readonly ShownTag[]; begins: boolean };

/** An underline over a segment. Hue 0 is the neutral one that several frameworks share. */
export type SegmentLane = { row: number; hue: number; form: StanceForm /** on the shared row: how many tags share it */; shared?: number };

export type Segment = {
  start: number;
  end: number;
  text: string;
  /** in the order the passages were given. The same array as its neighbour's where only the formatting changed. */
  annotationIds: readonly string[];
  /** the passages whose first words these are */
  startsPassage: readonly string[];
  lanes: readonly SegmentLane[];
  formats: readonly InlineFormat[];
};

export type HueAndRank = { hue: number; rank: number };

type Input = {
  text: string;
  /** where the block begins in the revision's text */
  start: number;
  /** in text order */
  passages: readonly BlockPassage[];
  formats: readonly FormatRange[];
  frameworks: ReadonlyMap<string, HueAndRank>;
};

/** The segments of a block from its first to its last character, and how many rows its underlines take. */
export function segmentBlock({ text, start, passages, formats, frameworks }: Input): { segments: Segment[]; depth: number } {
  const clip = <T extends { start: number; end: number }>(ranges: readonly T[]) => clipped(ranges, text, start);
  const shown = clip(passages);
  const { lanes, depth } = packLanes(lanesOfPassages(shown), (id) => frameworks.get(id)?.rank ?? 0);
  const over = {
    passages: new Sweep(shown),
    lanes: new Sweep(lanes),
    formats: new Sweep(clip(formats)),
  };
  const cuts = cutsOf(text.length, [shown, lanes, over.formats.ranges]);
  const segments: Segment[] = [];
  let annotationIds: readonly string[] = NONE;
  let shownLanes: readonly SegmentLane[] = [];
  let shownFormats: readonly InlineFormat[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined) break;
    const begun = over.passages.moveTo(from);
    if (begun.changed) annotationIds = over.passages.here((passage) => passage.id);
    if (over.lanes.moveTo(from).changed) shownLanes = rowsHere(over.lanes, frameworks);
    if (over.formats.moveTo(from).changed) shownFormats = over.formats.here(({ kind, href }) => ({ kind, href }));
    segments.push({
      start: start + from,
      end: start + to,
      text: text.slice(from, to),
      annotationIds,
      startsPassage: begun.started.length === 0 ? NONE : begun.started.filter(({ begins }) => begins).map(({ id }) => id),
      lanes: shownLanes,
      formats: shownFormats,
    });
  }
  return { segments, depth };
}

const NONE: readonly string[] = [];

/** Which ranges lie over the place that has been reached, for places visited from left to right. */
class Sweep<T extends { start: number; end: number }> {
  readonly ranges: readonly T[];
  private readonly byEnd: readonly T[];
  private readonly open = new Set<T>();
  private started = 0;
  private ended = 0;

  constructor(ranges: readonly T[]) {
    // Stable: ranges that begin at the same place stay in the order they were given.
    this.ranges = [...ranges].sort((a, b) => a.start - b.start);
    this.byEnd = [...ranges].sort((a, b) => a.end - b.end);
  }

  moveTo(place: number): { started: T[]; changed: boolean } {
    const endedBefore = this.ended;
    for (let range = this.byEnd[this.ended]; range && range.end <= place; range = this.byEnd[++this.ended]) this.open.delete(range);
    const started: T[] = [];
    for (let range = this.ranges[this.started]; range && range.start <= place; range = this.ranges[++this.started]) {
      this.open.add(range);
      started.push(range);
    }
    return { started, changed: started.length > 0 || this.ended > endedBefore };
  }

  here<U>(map: (range: T) => U): U[] {
    return Array.from(this.open, map);
  }
}

function rowsHere(sweep: Sweep<PackedLane>, frameworks: ReadonlyMap<string, HueAndRank>): SegmentLane[] {
  const rows: (SegmentLane | undefined)[] = new Array(MAX_ROWS).fill(undefined);
  const shared = { supports: 0, contests: 0 };
  for (const lane of sweep.here((packed) => packed)) {
    if (lane.isShared) {
      shared.supports += lane.supports;
      shared.contests += lane.contests;
    } else {
      rows[lane.row] = { row: lane.row, hue: frameworks.get(lane.frameworkId)?.hue ?? 0, form: formOf(lane) };
    }
  }
  if (shared.supports + shared.contests > 0) {
    rows[SHARED_ROW] = { row: SHARED_ROW, hue: 0, form: formOf(shared), shared: shared.supports + shared.contests };
  }
  return rows.filter((row) => row !== undefined);
}

/** Every place where something begins or ends, once, in order, with the two ends of the block. */
function cutsOf(length: number, lists: readonly (readonly { start: number; end: number }[])[]): number[] {
  const cuts = new Set([0, length]);
  for (const ranges of lists) {
    for (const { start, end } of ranges) cuts.add(start).add(end);
  }
  return [...cuts].sort((a, b) => a - b);
}

/** The ranges as offsets into the block's text, without those that do not reach into it. */
function clipped<T extends { start: number; end: number }>(ranges: readonly T[], text: string, blockStart: number): T[] {
  return ranges.flatMap((range) => {
    const start = Math.max(0, range.start - blockStart);
    const end = Math.min(text.length, range.end - blockStart);
    if (start >= end) return [];
    return { ...range, start: isInsidePair(text, start) ? start - 1 : start, end: isInsidePair(text, end) ? end + 1 : end };
  });
}

function isInsidePair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
