/**
 * Which annotations lie over which block. One layer per block, so that a change of one annotation touches the blocks it lies over and no
 * other: adding one costs the same among ten thousand as among a hundred.
 */
import { spreadOverBlocks } from "../articles/spread";
import { type AnchoredAnnotation, inTextOrder } from "./annotation";

type Range = { start: number; end: number };

export type BlockLayer = {
  /** in text order; those that began in an earlier block as well */
  over: readonly AnchoredAnnotation[];
  /** those that begin here */
  begun: readonly AnchoredAnnotation[];
};

const EMPTY: BlockLayer = { over: [], begun: [] };

/**
 * The layers of all blocks.
 * @param annotations in text order
 * @param before layers that are kept, the same objects, where nothing has changed
 */
export function layersOf(
  blocks: readonly Range[],
  annotations: readonly AnchoredAnnotation[],
  before: readonly BlockLayer[] = [],
): BlockLayer[] {
  return spreadOverBlocks(blocks, annotations).map((spread, index) => {
    const known = before[index] ?? EMPTY;
    const isSame = known.over.length === spread.length && spread.every(({ range }, at) => range === known.over[at]);
    return isSame
      ? known
      : layerOf(
          spread.map(({ range }) => range),
          index,
        );
  });
}

/**
 * The layers after one annotation was added (`from` null), changed, or taken away (`to` null).
 * Blocks that neither lies over keep the same layer.
 */
export function changeLayers(
  layers: readonly BlockLayer[],
  blocks: readonly Range[],
  from: AnchoredAnnotation | null,
  to: AnchoredAnnotation | null,
): BlockLayer[] {
  const changed = [...layers];
  const touched = new Set([...blocksUnder(blocks, from), ...blocksUnder(blocks, to)]);
  for (const index of touched) {
    const over = (layers[index] ?? EMPTY).over.filter((other) => other !== from);
    const isHere = to !== null && blocksUnder(blocks, to).includes(index);
    changed[index] = layerOf(isHere ? insert(over, to) : over, index);
  }
  return changed;
}

/** The list with one more, in text order. */
export function insert(annotations: readonly AnchoredAnnotation[], added: AnchoredAnnotation): AnchoredAnnotation[] {
  const at = annotations.findIndex((other) => inTextOrder(added, other) < 0);
  return at === -1 ? [...annotations, added] : [...annotations.slice(0, at), added, ...annotations.slice(at)];
}

function layerOf(over: readonly AnchoredAnnotation[], index: number): BlockLayer {
  return over.length === 0 ? EMPTY : { over, begun: over.filter(({ blockIndex }) => blockIndex === index) };
}

function blocksUnder(blocks: readonly Range[], annotation: AnchoredAnnotation | null): number[] {
  if (!annotation) return [];
  const under: number[] = [];
  for (let index = annotation.blockIndex; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || block.start >= annotation.end) break;
    if (block.end > annotation.start) under.push(index);
  }
  return under;
}
