import type { Run } from "../anchoring/diff";
import type { Span } from "../anchoring/span";

type Kept = Extract<Run, { kind: "kept" }>;
type Text = { text: string; blocks: readonly Span[] };
type Side = "from" | "to";

/** Of a paragraph that came or went, so much at its end may have been taken for the end of the one before: its full stop, a last word. */
const LONGEST_TAIL = 40;

/**
 * A paragraph is taken out, and it ends as the one before it did: then the words that went could as well be “. b” as “b.”. A comparison
 * of words cannot know which; people see a paragraph that went. Runs of this kind are cut so that the paragraph before keeps its own end,
 * and the one that went (or came) is whole. No word changes its kind but those that stand there twice.
 */
export function slideToParagraphs(runs: readonly Run[], from: Text, to: Text): Run[] {
  const slid: Run[] = [];
  /** since the last kept run */
  let changed: Run[] = [];
  for (const run of runs) {
    if (run.kind !== "kept") {
      changed.push(run);
      continue;
    }
    const cut = cutAtTail("from", changed, run, from, to) ?? cutAtTail("to", changed, run, to, from) ?? [...changed, run];
    slid.push(...cut);
    changed = [];
  }
  return [...slid, ...changed];
}

/** @param mine the text on `side`, @param theirs the other */
function cutAtTail(side: Side, changed: readonly Run[], kept: Kept, mine: Text, theirs: Text): Run[] | null {
  const other: Side = side === "from" ? "to" : "from";
  const run = changed.findLast((candidate) => candidate.kind === (side === "from" ? "removed" : "inserted"));
  const span = run && spanOn(run);
  const { start } = kept[side];
  if (span?.end !== start) return null;
  const block = mine.blocks.find((candidate) => candidate.start < start && start < candidate.end);
  if (!run || !block || block.start <= span.start || block.start >= span.end || block.end > kept[side].end) return null;
  const tail = mine.text.slice(start, block.end).trimEnd();
  const before = mine.text.slice(span.start, block.start).trimEnd();
  if (tail === "" || tail.length > LONGEST_TAIL || !before.endsWith(tail) || !theirs.text.startsWith(tail, kept[other].start)) return null;

  const cut = span.start + before.length - tail.length;
  const mineEnd = Math.min(kept[side].end, skipBlank(mine.text, start + tail.length));
  const theirsEnd = Math.min(kept[other].end, skipBlank(theirs.text, kept[other].start + tail.length));
  return [
    ...changed.flatMap((candidate) => (candidate === run ? on(run, span.start, cut) : [candidate])),
    keptRun(side, cut, block.start, kept[other].start, theirsEnd),
    ...on(run, block.start, mineEnd),
    ...(kept[side].end > mineEnd ? [keptRun(side, mineEnd, kept[side].end, theirsEnd, kept[other].end)] : []),
  ];
}

/** The span of a run that is in one of the texts only; null for one that stands elsewhere in the other, and must stay as it is. */
function spanOn(run: Run): Span | null {
  if (run.kind === "removed") return run.movedTo === null ? run.from : null;
  return run.kind === "inserted" && run.movedFrom === null ? run.to : null;
}

/** The run over another stretch of its text; none where that is empty. */
function on(run: Run, start: number, end: number): Run[] {
  if (start >= end) return [];
  if (run.kind === "removed") return [{ ...run, from: { start, end } }];
  return run.kind === "inserted" ? [{ ...run, to: { start, end } }] : [];
}

function keptRun(side: Side, start: number, end: number, otherStart: number, otherEnd: number): Kept {
  const [mine, theirs] = [
    { start, end },
    { start: otherStart, end: otherEnd },
  ];
  return side === "from" ? { kind: "kept", from: mine, to: theirs } : { kind: "kept", from: theirs, to: mine };
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}
