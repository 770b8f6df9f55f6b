/**
 * What stands where on the reading page, worked out once from what was read: each block cut into marks, the passages that
 * begin in each, the sections of the contents. Pure, so that the components only print.
 */
import type { AnchoredAnnotation } from "../annotations/annotation";
import { type Mark, marksOf } from "../annotations/marks";
import { type HueAndRank, segmentBlock } from "../annotations/segments";
import { type FrameworkCount, tallyByBlock, tallyByFramework, totalOf } from "../annotations/tally";
import type { StanceCount } from "./library";
import type { Block, ReadClaim, ReadingPage } from "./reading";
import { spreadOverBlocks } from "./spread";

export type PlannedBlock = {
  index: number;
  /** the fragment that leads here: p7 for a paragraph that is cited as ¶ 7, b12 for what has no number */
  anchor: string;
  block: Block;
  marks: Mark[];
  /** rows of underlines */
  depth: number;
  counts: StanceCount;
  claims: ReadClaim[];
};

/** Where a passage begins: the mark that shows its first words, and all the frameworks that annotations name there. */
export type PassageStart = { markId: string; here: FrameworkCount[] };

/** A stretch of the contents: a heading, or null before the first, with the paragraphs up to the next. */
export type Section = { heading: { anchor: string; text: string } | null; paragraphs: PlannedBlock[] };

export type ReadingPlan = {
  blocks: PlannedBlock[];
  sections: Section[];
  /** by annotation id */
  starts: ReadonlyMap<string, PassageStart>;
  /** the frameworks tagged in the article, in the taxonomy's order */
  used: FrameworkCount[];
  /** tags for or against in the most tagged paragraph: the measure of all its balances */
  most: number;
};

/** The id of the element that shows the first words of an annotation's passage. */
export function markIdOf(annotationId: string): string {
  return `psg-${annotationId}`;
}

/** Plans the page for what its viewer may see. */
export function planReading({ revision, frameworks, annotations, claims }: Omit<ReadingPage, "article" | "threads" | "can">): ReadingPlan {
  const order = new Map<string, HueAndRank>(frameworks.map(({ id, hue }, rank) => [id, { hue, rank }]));
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const passages = spreadOverBlocks(revision.blocks, annotations);
  const formats = spreadOverBlocks(revision.blocks, revision.formats);
  const claimsOf = claimsByBlock(claims);
  const counts = tallyByBlock(annotations, revision.blocks.length);
  const starts = new Map<string, PassageStart>();
  const blocks = revision.blocks.map((block, index): PlannedBlock => {
    const { segments, depth } = segmentBlock({
      text: revision.text.slice(block.start, block.end),
      start: block.start,
      passages: (passages[index] ?? []).map(({ range: { id, start, end, tags }, begins }) => ({ id, start, end, tags, begins })),
      formats: (formats[index] ?? []).map(({ range }) => range),
      frameworks: order,
    });
    const marks = marksOf(segments);
    for (const mark of marks) recordStarts(mark, byId, starts);
    const anchor = block.number === null ? `b${index}` : `p${block.number}`;
    return { index, anchor, block, marks, depth, counts: counts[index] ?? { supports: 0, contests: 0 }, claims: claimsOf.get(index) ?? [] };
  });
  return {
    blocks,
    sections: sectionsOf(blocks, revision.text),
    starts,
    used: tallyByFramework(annotations).sort((a, b) => (order.get(a.frameworkId)?.rank ?? 0) - (order.get(b.frameworkId)?.rank ?? 0)),
    most: counts.reduce((most, { supports, contests }) => Math.max(most, supports, contests), 0),
  };
}

function recordStarts(mark: Mark, byId: ReadonlyMap<string, AnchoredAnnotation>, starts: Map<string, PassageStart>): void {
  const [first] = mark.startsPassage;
  if (first === undefined) return;
  const annotations = mark.annotationIds.flatMap((id) => byId.get(id) ?? []);
  const here = tallyByFramework(annotations).sort((a, b) => totalOf(b) - totalOf(a));
  const start: PassageStart = { markId: markIdOf(first), here };
  for (const id of mark.startsPassage) starts.set(id, start);
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

function sectionsOf(blocks: readonly PlannedBlock[], text: string): Section[] {
  const sections: Section[] = [];
  for (const planned of blocks) {
    const { kind, start, end } = planned.block;
    if (kind === "heading") sections.push({ heading: { anchor: planned.anchor, text: text.slice(start, end) }, paragraphs: [] });
    else if (planned.block.number !== null) {
      if (sections.length === 0) sections.push({ heading: null, paragraphs: [] });
      sections.at(-1)?.paragraphs.push(planned);
    }
  }
  return sections;
}
