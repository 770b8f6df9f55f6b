import type { BlockKind, DraftBlock, FormatRange } from "./schema";
import { spreadOverBlocks } from "./spread";

export type PlacedBlock = { kind: BlockKind; level: number | null; number: number | null; start: number; end: number };
export type CanonicalText = { text: string; blocks: PlacedBlock[]; formats: FormatRange[] };

/** What stands between two blocks in a revision's text. */
export const BLOCK_SEPARATOR = "\n";

/**
 * The one plain text of a list of blocks, joined by a line feed, with each block's place in it, the numbers readers cite
 * (every block that is not a heading, from 1), and the formatting moved from block offsets to text offsets.
 */
export function composeText(blocks: readonly DraftBlock[]): CanonicalText {
  const placed: PlacedBlock[] = [];
  const formats: FormatRange[] = [];
  let start = 0;
  let number = 0;
  for (const block of blocks) {
    const end = start + block.text.length;
    placed.push({ kind: block.kind, level: block.level ?? null, number: block.kind === "heading" ? null : ++number, start, end });
    for (const format of block.formats) formats.push({ ...format, start: start + format.start, end: start + format.end });
    start = end + BLOCK_SEPARATOR.length;
  }
  return { text: blocks.map((block) => block.text).join(BLOCK_SEPARATOR), blocks: placed, formats };
}

/** The blocks of a text as a draft has them: `composeText` of these gives the text, its blocks and its formatting back. */
export function draftBlocksOf({ text, blocks, formats }: CanonicalText): DraftBlock[] {
  const spread = spreadOverBlocks(blocks, formats);
  return blocks.map(({ kind, level, start, end }, index) => ({
    kind,
    ...(level !== null && { level }),
    text: text.slice(start, end),
    formats: (spread[index] ?? []).map(({ range }) => ({
      ...range,
      start: Math.max(range.start, start) - start,
      end: Math.min(range.end, end) - start,
    })),
  }));
}

/** The index of the block that holds the code unit at `offset`, or null when it falls between two blocks or outside. */
export function blockIndexAt(blocks: readonly { start: number; end: number }[], offset: number): number | null {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (!block) return null;
    if (offset < block.start) high = middle - 1;
    else if (offset >= block.end) low = middle + 1;
    else return middle;
  }
  return null;
}
