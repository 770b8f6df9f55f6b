import { type Alignment, pairUp } from "./alignment";
import { type Block, heaviestChain, uniqueBlocks } from "./anchors";
import { pairByWeight, pairInStages, RUN_PRICE, SMALL_GAP } from "./gaps";
import { pairMoved } from "./moves";
import { slideGaps } from "./slide";
import { tokenize, Vocabulary } from "./tokens";
import { weigh } from "./weights";

/**
 * Runs tried as anchors, longest first. Twelve words stand once in nearly any prose; what is left between those anchors is small, and
 * there four, then two are enough.
 */
const ANCHORS = [12, 4, 2] as const;

type Gap = { aStart: number; aEnd: number; bStart: number; bEnd: number };

/** Aligns two texts in near linear time, whatever they are: equal, wholly different, or one word a hundred thousand times. */
export function align(from: string, to: string): Alignment {
  const vocabulary = new Vocabulary();
  const a = tokenize(from, vocabulary);
  const b = tokenize(to, vocabulary);
  const weights = weigh([a, b], vocabulary);
  const alignment: Alignment = {
    ...{ from: a, to: b, weights },
    image: new Int32Array(a.count).fill(-1),
    origin: new Int32Array(b.count).fill(-1),
    moved: new Uint8Array(a.count),
  };
  pairGap(alignment, { aStart: 0, aEnd: a.count, bStart: 0, bEnd: b.count }, 0);
  dropChance(alignment);
  growRuns(alignment);
  slideGaps(alignment, from, to);
  pairMoved(alignment);
  return alignment;
}

/** Pairs what is equal at both ends of a gap, then looks for anchors inside it, and goes on in the smaller gaps between them. */
function pairGap(alignment: Alignment, gap: Gap, level: number): void {
  const a = alignment.from.ids;
  const b = alignment.to.ids;
  let { aStart, aEnd, bStart, bEnd } = gap;
  while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) pairUp(alignment, aStart++, bStart++);
  while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) pairUp(alignment, --aEnd, --bEnd);
  if (aStart === aEnd || bStart === bEnd) return;
  const ours = a.subarray(aStart, aEnd);
  const theirs = b.subarray(bStart, bEnd);
  if (ours.length * theirs.length <= SMALL_GAP) {
    pairByWeight(ours, theirs, alignment.weights, RUN_PRICE, (i, j) => pairUp(alignment, aStart + i, bStart + j));
    return;
  }
  for (let next = level; next < ANCHORS.length; next++) {
    const chain = heaviestChain(uniqueBlocks(ours, theirs, ANCHORS[next] ?? 1));
    if (chain.length === 0) continue;
    pairChain(alignment, chain, { aStart, aEnd, bStart, bEnd }, next + 1);
    return;
  }
  pairInStages(ours, theirs, (i, j) => pairUp(alignment, aStart + i, bStart + j));
}

function pairChain(alignment: Alignment, chain: readonly Block[], { aStart, aEnd, bStart, bEnd }: Gap, level: number): void {
  let [aDone, bDone] = [aStart, bStart];
  for (const { a, b, length } of chain) {
    for (let i = 0; i < length; i++) pairUp(alignment, aStart + a + i, bStart + b + i);
    pairGap(alignment, { aStart: aDone, aEnd: aStart + a, bStart: bDone, bEnd: bStart + b }, level);
    [aDone, bDone] = [aStart + a + length, bStart + b + length];
  }
  pairGap(alignment, { aStart: aDone, aEnd, bStart: bDone, bEnd }, level);
}

type Run = Block & { bits: number };

/**
 * Unpairs runs that chance explains: between two gaps, a run is kept only when it is worth more bits than there are pairs of places in
 * the gaps where it could have stood. A single “the” between two changed words stays, the same between two rewritten pages goes.
 */
function dropChance(alignment: Alignment): void {
  const { from, to, image, origin } = alignment;
  const runs = runsOf(alignment);
  let [aDone, bDone] = [0, 0];
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1] ?? { a: from.count, b: to.count };
    const aPlaces = run.a - aDone + 1 + next.a - (run.a + run.length);
    const bPlaces = run.b - bDone + 1 + next.b - (run.b + run.length);
    if (run.bits < Math.log2(aPlaces) + Math.log2(bPlaces)) {
      image.fill(-1, run.a, run.a + run.length);
      origin.fill(-1, run.b, run.b + run.length);
    } else [aDone, bDone] = [run.a + run.length, run.b + run.length];
  }
}

/** What still stands alike beside a kept run belongs to it: the full stop that was too little by itself. */
function growRuns(alignment: Alignment): void {
  const { from, to, image, origin } = alignment;
  const alike = (a: number, b: number) =>
    a >= 0 && b >= 0 && a < from.count && b < to.count && image[a] === -1 && origin[b] === -1 && from.ids[a] === to.ids[b];
  for (let a = 0; a < from.count; a++) {
    const b = image[a] ?? -1;
    if (b !== -1 && alike(a + 1, b + 1)) pairUp(alignment, a + 1, b + 1);
  }
  for (let a = from.count - 1; a > 0; a--) {
    const b = image[a] ?? -1;
    if (b !== -1 && alike(a - 1, b - 1)) pairUp(alignment, a - 1, b - 1);
  }
}

/** The maximal stretches in which both texts go on alike, in text order. */
function runsOf({ from, image, weights }: Alignment): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (let a = 0; a < from.count; a++) {
    const b = image[a] ?? -1;
    const bits = weights[from.ids[a] ?? 0] ?? 0;
    if (run && b === run.b + run.length && a === run.a + run.length) {
      run.length++;
      run.bits += bits;
    } else if (b !== -1) {
      run = { a, b, length: 1, bits };
      runs.push(run);
    }
  }
  return runs;
}
