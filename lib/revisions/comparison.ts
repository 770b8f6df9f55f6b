import type { Run } from "../anchoring/diff";
import type { Span } from "../anchoring/span";
import type { EarlierPlace, VerdictCounts } from "../placements/placement";
import type { RevisablePage } from "./revision";
import { slideToParagraphs } from "./slide";

/** Words of one of the two texts; `isMoved`: they stand elsewhere in the other. */
export type Piece = { kind: Run["kind"]; text: string; isMoved: boolean };

/** A paragraph of the new text, or one of the old that is gone, with the numbers under which readers cite it in each. */
export type ComparedParagraph = { from: number[]; to: number | null; isGone: boolean; pieces: Piece[]; isChanged: boolean };

/** What became of a passage of the earlier text in the later one. */
export type Fate = {
  verdict: keyof VerdictCounts;
  /** what is anchored to it: an annotation by somebody, or a claim by its number */
  annotationId: string | null;
  by: string;
  claim: number | null;
  quote: string;
  newQuote: string | null;
  decision: "accepted" | "reanchored" | "left" | null;
  from: EarlierPlace;
  to: EarlierPlace | null;
};

export type ComparisonPage = {
  article: RevisablePage["article"];
  from: { number: number; createdAt: string };
  to: { number: number; createdAt: string };
  /** the number of the article's newest revision */
  newest: number;
  paragraphs: ComparedParagraph[];
  counts: VerdictCounts;
  /** those that are not as they were, the first of each verdict */
  fates: Fate[];
};

/** The runs of two short texts as they are read, without regard to paragraphs. */
export function piecesOf(from: string, to: string, runs: readonly Run[]): Piece[] {
  return runs.map((run) =>
    run.kind === "removed"
      ? { kind: run.kind, text: from.slice(run.from.start, run.from.end), isMoved: false }
      : { kind: run.kind, text: to.slice(run.to.start, run.to.end), isMoved: false },
  );
}

type Numbered = Span & { number: number | null };
type Text = { text: string; blocks: readonly Numbered[] };
/** A run's share of one block. */
type Part = Span & { index: number };

/**
 * The runs of two texts as paragraphs of the new one, each with the words that it lost at their place. An old paragraph of which nothing
 * is left is a paragraph of its own. Linear in the runs and the blocks they lie over.
 */
export function compareParagraphs(from: Text, to: Text, runs: readonly Run[]): ComparedParagraph[] {
  const rows: Row[] = [];
  const partsOf = { from: partsIn(from.blocks), to: partsIn(to.blocks) };
  /** words that were taken out, until it is known whether the paragraph goes on after them or another begins with them */
  let pending: Part[] = [];
  const open = () => rows.at(-1);
  const attach = (row: Row, part: Part, isMoved: boolean) => {
    row.pieces.push({ kind: "removed", text: from.text.slice(part.start, part.end), isMoved });
    row.fromIndexes.add(part.index);
  };
  const settle = (next: Row | undefined) => {
    for (const part of pending) {
      const row = open();
      const stays = row && (next === undefined || row === next || row.fromIndexes.has(part.index));
      attach(stays ? row : (next ?? newRow(rows, null)), part, false);
    }
    pending = [];
  };
  const rowOf = (toIndex: number): Row => {
    const last = open();
    if (last?.toIndex === toIndex) {
      settle(last);
      return last;
    }
    const row = newRow([], toIndex);
    settle(row);
    rows.push(row);
    return row;
  };

  for (const run of slideToParagraphs(runs, from, to)) {
    if (run.kind === "removed") {
      for (const part of partsOf.from(run.from)) {
        const block = from.blocks[part.index];
        const isWhole = block?.start === part.start && block.end === part.end;
        if (run.movedTo === null && !isWhole) pending.push(part);
        else {
          settle(undefined);
          const last = open();
          attach(isWhole || !last ? newRow(rows, null) : last, part, run.movedTo !== null);
        }
      }
      continue;
    }
    const sources = run.kind === "kept" ? partsOf.from(run.from) : [];
    const targets = partsOf.to(run.to);
    const pairs = pairUp(from.text, sources, to.text, targets);
    for (const [place, part] of targets.entries()) {
      const row = rowOf(part.index);
      for (const index of pairs[place] ?? []) row.fromIndexes.add(index);
      const isMoved = run.kind === "inserted" && run.movedFrom !== null;
      const text = to.text.slice(part.start, part.end);
      const last = row.pieces.at(-1);
      if (run.kind === "kept" && last?.kind === "kept") last.text += text;
      else row.pieces.push({ kind: run.kind, text, isMoved });
    }
  }
  settle(undefined);
  return rows.map(({ toIndex, fromIndexes, pieces }) => {
    const numbers = [...fromIndexes].sort((a, b) => a - b).flatMap((index) => from.blocks[index]?.number ?? []);
    const isChanged = pieces.some(({ kind }) => kind !== "kept") || fromIndexes.size !== 1;
    return {
      from: numbers,
      to: toIndex === null ? null : (to.blocks[toIndex]?.number ?? null),
      isGone: toIndex === null,
      pieces,
      isChanged,
    };
  });
}

/** `toIndex`: the new block, null for an old one that is gone; `fromIndexes`: the old blocks that its words come from. */
type Row = { toIndex: number | null; fromIndexes: Set<number>; pieces: Piece[] };

function newRow(rows: Row[], toIndex: number | null): Row {
  const row: Row = { toIndex, fromIndexes: new Set(), pieces: [] };
  rows.push(row);
  return row;
}

/** Cuts spans, which come in text order, at the blocks' edges; what lies between two blocks is dropped. */
function partsIn(blocks: readonly Numbered[]): (span: Span) => Part[] {
  let first = 0;
  return (span) => {
    while ((blocks[first]?.end ?? Number.POSITIVE_INFINITY) <= span.start) first++;
    const parts: Part[] = [];
    for (let index = first; index < blocks.length; index++) {
      const block = blocks[index];
      if (!block || block.start >= span.end) break;
      const part = { index, start: Math.max(block.start, span.start), end: Math.min(block.end, span.end) };
      if (part.end > part.start) parts.push(part);
    }
    return parts;
  };
}

/** Dashes and quotation marks that are kept in another shape shift the counting by so much at most. */
const SLACK = 4;

/**
 * For each part of the new text, the old blocks whose words it has: both sides of a kept run say the same, so letters are counted along.
 */
function pairUp(fromText: string, sources: readonly Part[], toText: string, targets: readonly Part[]): number[][] {
  const only = sources[0];
  if (only && sources.length === 1) return targets.map(() => [only.index]);
  const before = lettersBefore(fromText, sources);
  const after = lettersBefore(toText, targets);
  let first = 0;
  return targets.map((_, place) => {
    const [start, end] = [after[place] ?? 0, after[place + 1] ?? 0];
    while (first < sources.length - 1 && (before[first + 1] ?? 0) <= start + Math.min(SLACK, (end - start) / 2)) first++;
    const indexes: number[] = [];
    for (let at = first; at < sources.length; at++) {
      const source = sources[at];
      if (!source || (at > first && (before[at] ?? 0) >= end - SLACK)) break;
      indexes.push(source.index);
    }
    return indexes;
  });
}

function lettersBefore(text: string, parts: readonly Part[]): number[] {
  let sum = 0;
  return [0, ...parts.map(({ start, end }) => (sum += text.slice(start, end).replace(/\s/g, "").length))];
}
