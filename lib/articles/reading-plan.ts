/**
 * What stands where on the reading page, worked out once from what was read: each block cut into marks, the passages that
 * begin in each, the sections of the contents. Pure, so that the components only print.
 */
import type { AnchoredAnnotation } from "../annotations/annotation";
import { type Mark, marksOf } from "../annotations/marks";
import { markIdOf, type PassageStarts, passageStarts } from "../annotations/passage-starts";
import { type HueAndRank, segmentBlock } from "../annotations/segments";
import { type FrameworkCount, tallyAll, tallyByBlock, tallyByFramework } from "../annotations/tally";
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
  claims: PlannedClaim[];
};

/** A claim with the tags on its words, and the fragment that leads to them: a passage within it, or else its paragraph. */
export type PlannedClaim = ReadClaim & { counts: StanceCount; anchor: string };

/** A stretch of the contents: a heading, or null before the first, with the paragraphs up to the next. */
export type Section = { heading: { anchor: string; text: string } | null; paragraphs: PlannedBlock[] };

export type ReadingPlan = {
  blocks: PlannedBlock[];
  sections: Section[];
  starts: PassageStarts;
  /** the first passage of the article: the one stop in the tab order before the reader moves it */
  firstMarkId: string | null;
  /** the frameworks tagged in the article, most tagged first */
  used: FrameworkCount[];
  /** tags for or against in the most tagged paragraph: the measure of all its balances */
  most: number;
};

/** Plans the page for what its viewer may see. */
export function planReading({ revision, frameworks, annotations, claims }: Omit<ReadingPage, "article" | "threads" | "can">): ReadingPlan {
  const order = new Map<string, HueAndRank>(frameworks.map(({ id, hue }, rank) => [id, { hue, rank }]));
  const passages = spreadOverBlocks(revision.blocks, annotations);
  const formats = spreadOverBlocks(revision.blocks, revision.formats);
  const claimsOf = claimsByBlock(claims);
  const counts = tallyByBlock(annotations, revision.blocks.length);
  const blocks = revision.blocks.map((block, index): PlannedBlock => {
    const { segments, depth } = segmentBlock({
      text: revision.text.slice(block.start, block.end),
      start: block.start,
      passages: (passages[index] ?? []).map(({ range: { id, start, end, tags }, begins }) => ({ id, start, end, tags, begins })),
      formats: (formats[index] ?? []).map(({ range }) => range),
      frameworks: order,
    });
    const marks = marksOf(segments);
    const anchor = block.number === null ? `b${index}` : `p${block.number}`;
    const over = (passages[index] ?? []).map(({ range }) => range);
    return {
      index,
      anchor,
      block,
      marks,
      depth,
      counts: counts[index] ?? { supports: 0, contests: 0 },
      claims: (claimsOf.get(index) ?? []).map((claim) => planClaim(claim, anchor, marks, over)),
    };
  });
  const starts = passageStarts(
    blocks.flatMap(({ marks }) => marks),
    annotations,
  );
  return {
    blocks,
    sections: sectionsOf(blocks, revision.text),
    starts,
    firstMarkId: starts.values().next().value?.markId ?? null,
    used: tallyByFramework(annotations),
    most: counts.reduce((most, { supports, contests }) => Math.max(most, supports, contests), 0),
  };
}

function planClaim(claim: ReadClaim, blockAnchor: string, marks: readonly Mark[], over: readonly AnchoredAnnotation[]): PlannedClaim {
  const touching = over.filter(({ start, end }) => start < claim.end && end > claim.start);
  const first = marks.find(({ start, startsPassage }) => startsPassage.length > 0 && start >= claim.start && start < claim.end);
  const [id] = first?.startsPassage ?? [];
  return {
    ...claim,
    counts: tallyAll(touching),
    anchor: id === undefined ? blockAnchor : markIdOf(id),
  };
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
