/**
 * Which notes stand beside which block before any script has measured the page, and on which line of it.
 *
 * The server does not know where a line breaks, but the measure is set so that it holds about 66 characters, and a resting
 * note has a known shape. Reckoned from these, a note is level with its passage to within a line, and the client's exact
 * placing moves it hardly at all.
 */
import type { BlockKind } from "../articles/schema";
import type { AnchoredAnnotation } from "./annotation";

/** Notes at rest beside one block; the others fold into one line. */
export const MAX_RESTING = 3;
/** Latin characters on a line of the article: the median, measured. */
const LINE_LENGTH = 66;
/** A full-width character takes the room of about two Latin ones (19 px against 8.85). */
const WIDE_EXTRA = 1.15;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Notes are placed to half a line of the article: finer than the reckoning, and little room is lost between them. */
const STEPS_PER_LINE = 2;
/** Pixels: a step (half the article's leading), a line of a note, and the air under one. Characters: a line of a note. */
const STEP = 17;
const NOTE_LINE = 20;
const NOTE_AIR = 16;
const NOTE_LENGTH = 52;
/** Pixels of a line of the article, of a heading with its air, of the air under a block, and of the line that its claims take. */
const LINE = 34;
const HEADING = 67;
const BLOCK_AIR = 22;
const CLAIMS = 26;
/** A resting note shows so many lines of its text and so many of its frameworks. */
const NOTE_CLAMP = 2;
export const MAX_SHOWN_TAGS = 3;

type Placed = {
  /** half lines of the article from the top of its block, and how many it takes */
  step: number;
  steps: number;
};

/**
 * A note, or the line that stands for the folded ones. The line and the notes it stands for have the same place, for only
 * one of the two is shown.
 */
export type MarginItem = Placed &
  ({ kind: "note"; annotation: AnchoredAnnotation; isFolded: boolean } | { kind: "fold"; annotations: AnchoredAnnotation[] });

export type MarginCell = {
  blockIndex: number;
  /** blocks beside which it has room: its own, and those after it that have no notes */
  span: number;
  items: MarginItem[];
};

type MeasuredBlock = { block: { kind: BlockKind; start: number; end: number }; claims: readonly unknown[] };

/** The notes of every annotated block, in text order, as `annotations` are. What a block has no room for pushes the next one's down. */
export function marginCells(blocks: readonly MeasuredBlock[], text: string, annotations: readonly AnchoredAnnotation[]): MarginCell[] {
  const cells: MarginCell[] = [];
  let overhang = 0;
  const groups = byBlock(annotations);
  for (const [index, { blockIndex, notes }] of groups.entries()) {
    const next = groups[index + 1]?.blockIndex ?? blocks.length;
    const beside = blocks.slice(blockIndex, next);
    const block = beside[0]?.block;
    if (!block) continue;
    const { items, end } = itemsOf(notes, text.slice(block.start, block.end), block.start, overhang);
    cells.push({ blockIndex, span: beside.length, items });
    const height = beside.reduce((sum, measured) => sum + heightOf(measured, text), 0);
    overhang = Math.max(0, end - Math.floor(height / STEP));
  }
  return cells;
}

function byBlock(annotations: readonly AnchoredAnnotation[]): { blockIndex: number; notes: AnchoredAnnotation[] }[] {
  const groups: { blockIndex: number; notes: AnchoredAnnotation[] }[] = [];
  for (const annotation of annotations) {
    const group = groups.at(-1);
    if (group?.blockIndex === annotation.blockIndex) group.notes.push(annotation);
    else groups.push({ blockIndex: annotation.blockIndex, notes: [annotation] });
  }
  return groups;
}

function itemsOf(
  notes: readonly AnchoredAnnotation[],
  words: string,
  blockStart: number,
  from: number,
): { items: MarginItem[]; end: number } {
  const items: MarginItem[] = [];
  let free = from;
  const place = (annotation: AnchoredAnnotation, isFolded: boolean) => {
    const step = Math.max(free, STEPS_PER_LINE * lineAt(words, annotation.start - blockStart));
    const steps = stepsOf(annotation);
    free = step + steps;
    items.push({ kind: "note", annotation, isFolded, step, steps });
  };
  for (const annotation of notes.slice(0, MAX_RESTING)) place(annotation, false);
  const folded = notes.slice(MAX_RESTING);
  if (folded.length === 0) return { items, end: free };
  const end = free + STEPS_PER_LINE;
  items.push({ kind: "fold", annotations: folded, step: free, steps: STEPS_PER_LINE });
  for (const annotation of folded) place(annotation, true);
  return { items, end };
}

/** Pixels of a block with the air under it, as far as they can be reckoned. */
function heightOf({ block: { kind, start, end }, claims }: MeasuredBlock, text: string): number {
  if (kind === "heading") return HEADING;
  const lines = lineAt(text.slice(start, end), end - start) + 1;
  return lines * LINE + BLOCK_AIR + (claims.length > 0 ? CLAIMS : 0);
}

/** The line, from 0, on which the character at `offset` of a block is reckoned to stand. */
export function lineAt(block: string, offset: number): number {
  const before = block.slice(0, Math.max(0, offset)).split("\n");
  return before.reduce((lines, part, index) => {
    const full = Math.floor((part.length + WIDE_EXTRA * (part.match(wide)?.length ?? 0)) / LINE_LENGTH);
    return lines + full + (index < before.length - 1 ? 1 : 0);
  }, 0);
}

/** How many half lines of the article a resting note is tall, with the air under it. */
function stepsOf({ tags, note, person }: AnchoredAnnotation): number {
  const length = person.displayName.length + (note?.length ?? 0) + 1;
  const textLines = Math.min(NOTE_CLAMP, Math.ceil(length / NOTE_LENGTH));
  const tagLines = Math.min(tags.length, MAX_SHOWN_TAGS) + (tags.length > MAX_SHOWN_TAGS ? 1 : 0);
  return Math.ceil(((textLines + tagLines) * NOTE_LINE + NOTE_AIR) / STEP);
}
