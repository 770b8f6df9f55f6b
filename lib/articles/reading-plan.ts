/**
 * What stands where on the reading page, whatever is said in its margin: the blocks with their addresses and claims, the sections of the
 * contents. Pure, and the same for every reader of a revision.
 */
import type { Block, ReadClaim } from "./reading";
import type { FormatRange } from "./schema";
import { spreadOverBlocks } from "./spread";

export type PlannedBlock = {
  index: number;
  /** the fragment that leads here: p7 for a paragraph that is cited as ¶ 7, b12 for what has no number */
  anchor: string;
  block: Block;
  text: string;
  formats: readonly FormatRange[];
  claims: readonly ReadClaim[];
};

/** A stretch of the contents: a heading, or null before the first, with the paragraphs up to the next. */
export type Section = { heading: { anchor: string; text: string } | null; paragraphs: PlannedBlock[] };

type Planned = { revision: { text: string; blocks: readonly Block[]; formats: readonly FormatRange[] }; claims: readonly ReadClaim[] };

export function planBlocks({ revision, claims }: Planned): PlannedBlock[] {
  const formats = spreadOverBlocks(revision.blocks, revision.formats);
  const claimsOf = claimsByBlock(claims);
  return revision.blocks.map((block, index) => ({
    index,
    anchor: block.number === null ? `b${index}` : `p${block.number}`,
    block,
    text: revision.text.slice(block.start, block.end),
    formats: (formats[index] ?? []).map(({ range }) => range),
    claims: claimsOf.get(index) ?? [],
  }));
}

function claimsByBlock(claims: readonly ReadClaim[]): Map<number, ReadClaim[]> {
  const byBlock = new Map<number, ReadClaim[]>();
  for (const claim of claims) {
    const list = byBlock.get(claim.blockIndex);
    if (list) list.push(claim);
    else byBlock.set(claim.blockIndex, [claim]);
  }
  return byBlock;
}

export function sectionsOf(blocks: readonly PlannedBlock[]): Section[] {
  const sections: Section[] = [];
  for (const planned of blocks) {
    if (planned.block.kind === "heading") sections.push({ heading: { anchor: planned.anchor, text: planned.text }, paragraphs: [] });
    else if (planned.block.number !== null) {
      if (sections.length === 0) sections.push({ heading: null, paragraphs: [] });
      sections.at(-1)?.paragraphs.push(planned);
    }
  }
  return sections;
}
