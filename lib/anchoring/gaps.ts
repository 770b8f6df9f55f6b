/** What was paired: the a-th of one sequence with the b-th of the other. */
export type Pair = (a: number, b: number) => void;

/** Gaps of up to this many cells (256 × 256 words) are paired by weight; that is linear in all, the size of one being bounded. */
export const SMALL_GAP = 1 << 16;

/** Bits that beginning a kept run costs: about one word as frequent as “the”, or two commas. */
export const RUN_PRICE = 4;

/**
 * The order-keeping pairing of two short sequences that keeps most weight, when beginning a run of pairs costs `price`: so a comma that
 * happens to stand in both is no kept text, and a rare word is. Time and memory are the product of the lengths.
 */
export function pairByWeight(a: Int32Array, b: Int32Array, weights: Float64Array, price: number, pair: Pair): void {
  const width = b.length + 1;
  // Two states: the last step paired (p), or left something out (o). For each, the bit says that it came from a pairing.
  const pairedFromPair = new Uint8Array((a.length + 1) * width);
  const left = new Uint8Array((a.length + 1) * width); // 0 out of a, 1 out of b; +2: that step came after a pairing
  let paired = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  let out = new Float64Array(width);
  let nextPaired = new Float64Array(width);
  let nextOut = new Float64Array(width);
  for (let j = 1; j < width; j++) left[j] = 1;
  for (let i = 1; i <= a.length; i++) {
    const id = a[i - 1] ?? 0;
    const weight = weights[id] ?? 0;
    nextPaired[0] = Number.NEGATIVE_INFINITY;
    nextOut[0] = 0;
    const row = i * width;
    for (let j = 1; j < width; j++) {
      let bestPaired = Number.NEGATIVE_INFINITY;
      if (id === b[j - 1]) {
        const on = paired[j - 1] ?? 0;
        const anew = (out[j - 1] ?? 0) - price;
        pairedFromPair[row + j] = on >= anew ? 1 : 0;
        bestPaired = weight + Math.max(on, anew);
      }
      nextPaired[j] = bestPaired;
      const up = out[j] ?? 0;
      const upPaired = paired[j] ?? 0;
      const back = nextOut[j - 1] ?? 0;
      const backPaired = nextPaired[j - 1] ?? 0;
      const best = Math.max(up, upPaired, back, backPaired);
      nextOut[j] = best;
      left[row + j] = best === up ? 0 : best === upPaired ? 2 : best === back ? 1 : 3;
    }
    [paired, nextPaired] = [nextPaired, paired];
    [out, nextOut] = [nextOut, out];
  }
  let isPaired = (paired[b.length] ?? 0) > (out[b.length] ?? 0);
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    const cell = i * width + j;
    if (isPaired) {
      pair(--i, --j);
      isPaired = pairedFromPair[cell] === 1;
    } else {
      const step = left[cell] ?? 0;
      if (step & 1) j--;
      else i--;
      isPaired = step >= 2;
    }
  }
}

/**
 * The same for a gap that stands by itself: of what is paired, only the runs that tell more than the number of places in the gap where
 * they could have stood.
 */
export function pairBeyondChance(a: Int32Array, b: Int32Array, weights: Float64Array, pair: Pair): void {
  const pairs: [number, number][] = [];
  pairByWeight(a, b, weights, RUN_PRICE, (i, j) => pairs.push([i, j]));
  pairs.reverse();
  const places = Math.log2(a.length + 1) + Math.log2(b.length + 1);
  for (let first = 0; first < pairs.length; ) {
    const [i, j] = pairs[first] ?? [0, 0];
    let length = 0;
    let bits = 0;
    for (let next = pairs[first]; next && next[0] === i + length && next[1] === j + length; next = pairs[first + length]) {
      bits += weights[a[next[0]] ?? 0] ?? 0;
      length++;
    }
    const touches = (i === 0 && j === 0) || (i + length === a.length && j + length === b.length);
    if (touches || bits >= places) for (let k = 0; k < length; k++) pair(i + k, j + k);
    first += length;
  }
}

/** Differences that one stage looks through. More find a better pairing of long, repetitive stretches, in proportionally more time. */
const STAGE = 128;

/**
 * A pairing of two long sequences: Myers' greedy one (An O(ND) Difference Algorithm, 1986), in stages: after STAGE differences the way
 * that got furthest is taken, and a new stage begins at its end. That is at most STAGE steps for each id, however different they are.
 */
export function pairInStages(a: Int32Array, b: Int32Array, pair: Pair): void {
  let [x, y] = [0, 0];
  while (x < a.length && y < b.length) [x, y] = stage(a, b, x, y, pair);
}

function stage(a: Int32Array, b: Int32Array, x0: number, y0: number, pair: Pair): [number, number] {
  const furthest = new Int32Array(2 * STAGE + 3).fill(x0 - 1);
  const middle = STAGE + 1;
  furthest[middle + 1] = x0;
  const trace: Int32Array[] = [];
  let reached = { x: x0, diagonal: 0, depth: 0 };
  search: for (let depth = 0; depth <= STAGE; depth++) {
    trace.push(furthest.slice());
    reached = { x: x0 - 1, diagonal: 0, depth };
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      let x = stepFrom(furthest, middle, diagonal, depth);
      let y = x - x0 - diagonal + y0;
      if (x > a.length || y > b.length) {
        furthest[middle + diagonal] = x;
        continue;
      }
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      furthest[middle + diagonal] = x;
      if (2 * x - diagonal > 2 * reached.x - reached.diagonal) reached = { x, diagonal, depth };
      if (x === a.length && y === b.length) break search;
    }
  }
  const end: [number, number] = [reached.x, reached.x - x0 - reached.diagonal + y0];
  let { x, diagonal } = reached;
  for (let depth = reached.depth; depth >= 0; depth--) {
    const before = trace[depth] ?? furthest;
    const begin = stepFrom(before, middle, diagonal, depth);
    while (x > begin) {
      x--;
      pair(x, x - x0 - diagonal + y0);
    }
    const down = isDown(before, middle, diagonal, depth);
    diagonal += down ? 1 : -1;
    x = down ? begin : begin - 1;
  }
  return end;
}

function isDown(furthest: Int32Array, middle: number, diagonal: number, depth: number): boolean {
  const below = furthest[middle + diagonal - 1] ?? 0;
  const above = furthest[middle + diagonal + 1] ?? 0;
  return diagonal === -depth || (diagonal !== depth && below < above);
}

/** Where a diagonal is entered: by leaving out one of `b` (down) or one of `a`. */
function stepFrom(furthest: Int32Array, middle: number, diagonal: number, depth: number): number {
  return isDown(furthest, middle, diagonal, depth) ? (furthest[middle + diagonal + 1] ?? 0) : (furthest[middle + diagonal - 1] ?? 0) + 1;
}
