/** A stretch that two sequences share: `a[a + i] === b[b + i]` for every i below `length`. */
export type Block = { a: number; b: number; length: number };

/**
 * The stretches that hold a run of `size` ids standing exactly once in either sequence, as long as they go, in the order of `a`. What
 * stands once on both sides can only have come from one another; this is patience diff with runs instead of lines, and needs
 * linear time whatever the sequences are.
 */
export function uniqueBlocks(a: Int32Array, b: Int32Array, size: number): Block[] {
  const blocks: Block[] = [];
  if (a.length < size || b.length < size) return blocks;
  const table = new OnceTable(a, b, size);
  // For each distance between the two places, how far `a` is already covered: what lies within an earlier block is not found again.
  const covered = new Map<number, number>();
  for (let at = 0; at + size <= a.length; at++) {
    const there = table.placeOf(at);
    if (there === -1) continue;
    const distance = there - at;
    const from = covered.get(distance) ?? 0;
    if (at < from) continue;
    let start = at;
    while (start > from && start + distance > 0 && a[start - 1] === b[start + distance - 1]) start--;
    let end = at + size;
    while (end < a.length && end + distance < b.length && a[end] === b[end + distance]) end++;
    covered.set(distance, end);
    blocks.push({ a: start, b: start + distance, length: end - start });
  }
  return blocks.sort((one, other) => one.a - other.a);
}

const MULTIPLIER = 0x01000193;

/** Where each run of `a` that stands once in `a` stands in `b`, when it stands there once too. Open addressing in typed arrays. */
class OnceTable {
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  readonly #size: number;
  readonly #mask: number;
  readonly #hashes: Int32Array;
  /** first place in `a` and in `b` plus one; 0 for none, -1 for more than one */
  readonly #inA: Int32Array;
  readonly #inB: Int32Array;
  readonly #slotOf: Int32Array;

  constructor(a: Int32Array, b: Int32Array, size: number) {
    this.#a = a;
    this.#b = b;
    this.#size = size;
    const capacity = 2 ** Math.ceil(Math.log2(2 * a.length + 2));
    this.#mask = capacity - 1;
    this.#hashes = new Int32Array(capacity);
    this.#inA = new Int32Array(capacity);
    this.#inB = new Int32Array(capacity);
    this.#slotOf = new Int32Array(a.length);
    eachRun(a, size, (at, hash) => {
      const slot = this.#slot(hash);
      this.#hashes[slot] = hash;
      this.#inA[slot] = this.#inA[slot] === 0 ? at + 1 : -1;
      this.#slotOf[at] = slot;
    });
    eachRun(b, size, (at, hash) => {
      const slot = this.#slot(hash);
      if (this.#inA[slot] !== 0) this.#inB[slot] = this.#inB[slot] === 0 ? at + 1 : -1;
    });
  }

  placeOf(at: number): number {
    const slot = this.#slotOf[at] ?? 0;
    const there = (this.#inB[slot] ?? 0) - 1;
    if (this.#inA[slot] !== at + 1 || there < 0) return -1;
    for (let i = 0; i < this.#size; i++) if (this.#a[at + i] !== this.#b[there + i]) return -1;
    return there;
  }

  #slot(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#inA[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** Every run of `size` ids with its rolling hash (Rabin–Karp, modulo 2³²). */
function eachRun(ids: Int32Array, size: number, visit: (at: number, hash: number) => void): void {
  let leading = 1;
  for (let i = 1; i < size; i++) leading = Math.imul(leading, MULTIPLIER);
  let hash = 0;
  for (let i = 0; i < ids.length; i++) {
    if (i >= size) hash = (hash - Math.imul(scatter(ids[i - size] ?? 0), leading)) | 0;
    hash = (Math.imul(hash, MULTIPLIER) + scatter(ids[i] ?? 0)) | 0;
    if (i >= size - 1) visit(i - size + 1, hash);
  }
}

/** Ids are small and consecutive; spread over 32 bits they do not cancel one another out. */
function scatter(id: number): number {
  const mixed = Math.imul(id ^ 0x9e3779b9, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/**
 * The heaviest choice of blocks that stand in the same order on both sides: what stayed. The others moved. Blocks that overlap are cut.
 * O(n log n) by a tree of prefix maxima (Fenwick).
 * @param blocks in the order of `a`
 */
export function heaviestChain(blocks: readonly Block[]): Block[] {
  const order = [...new Set(blocks.map(({ b }) => b))].sort((x, y) => x - y);
  const rankOf = new Map(order.map((b, index) => [b, index + 1]));
  const best = new Int32Array(order.length + 1).fill(-1);
  const weight = new Float64Array(blocks.length);
  const before = new Int32Array(blocks.length).fill(-1);
  let last = -1;
  for (const [index, { b, length }] of blocks.entries()) {
    const rank = rankOf.get(b) ?? 0;
    let previous = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) {
      const candidate = best[node] ?? -1;
      if (candidate !== -1 && (previous === -1 || (weight[candidate] ?? 0) > (weight[previous] ?? 0))) previous = candidate;
    }
    before[index] = previous;
    weight[index] = length + (previous === -1 ? 0 : (weight[previous] ?? 0));
    for (let node = rank; node < best.length; node += node & -node) {
      const there = best[node] ?? -1;
      if (there === -1 || (weight[there] ?? 0) < (weight[index] ?? 0)) best[node] = index;
    }
    if (last === -1 || (weight[index] ?? 0) > (weight[last] ?? 0)) last = index;
  }
  const chain: Block[] = [];
  for (let index = last; index !== -1; index = before[index] ?? -1) {
    const block = blocks[index];
    if (block) chain.push(block);
  }
  return withoutOverlap(chain.reverse());
}

function withoutOverlap(chain: readonly Block[]): Block[] {
  const cut: Block[] = [];
  let aEnd = 0;
  let bEnd = 0;
  for (const { a, b, length } of chain) {
    const overlap = Math.max(0, aEnd - a, bEnd - b);
    if (overlap >= length) continue;
    cut.push({ a: a + overlap, b: b + overlap, length: length - overlap });
    aEnd = a + length;
    bEnd = b + length;
  }
  return cut;
}
