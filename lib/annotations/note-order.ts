/**
 * Which notes stand beside which block before any script has measured the page, and on which line of it.
 *
 * The server does not know where a line breaks, but the measure is set so that it holds about 66 characters, and a resting
 * note has a known shape. Reckoned from these, a note is level with its passage to within a line, and the client's exact
 * placing moves it hardly at all.
 */

import type { BlockKind } from "../articles/schema";
import { waitsFor } from "../critiques/life";
import type { AnchoredAnnotation } from "./annotation";
import type { BlockLayer } from "./layer";

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

export type MarginBlock = { block: { kind: BlockKind; start: number; end: number }; text: string; claims: readonly unknown[] };

/** So many notes a page mounts without a thought; of more, only those near the window. */
export const MAX_MOUNTED = 300;

/** Whether a page has so many annotations that its margin is mounted by parts, and no block may have more notes than fit beside it. */
export function isCrowded(annotations: readonly unknown[]): boolean {
  return annotations.length > MAX_MOUNTED;
}

/**
 * The notes of the annotated blocks of [from, to), in text order. What a block has no room for pushes the next one's down.
 * @param layers by block
 */
export function marginCells(
  blocks: readonly MarginBlock[],
  layers: readonly BlockLayer[],
  { from, to, crowded }: { from: number; to: number; crowded: boolean },
): MarginCell[] {
  const cells: MarginCell[] = [];
  let overhang = 0;
  for (let blockIndex = from; blockIndex < Math.min(to, blocks.length); blockIndex++) {
    const notes = layers[blockIndex]?.begun ?? [];
    const planned = blocks[blockIndex];
    if (notes.length === 0 || !planned) continue;
    let next = blockIndex + 1;
    while (next < blocks.length && layers[next]?.begun.length === 0) next++;
    const beside = blocks.slice(blockIndex, next);
    const room = Math.floor(beside.reduce((sum, measured) => sum + heightOf(measured), 0) / STEP);
    const resting = crowded ? restingIn(room, notes) : MAX_RESTING;
    const { items, end } = itemsOf(notes, planned.text, planned.block.start, overhang, resting);
    cells.push({ blockIndex, span: beside.length, items });
    overhang = Math.max(0, end - room);
  }
  return cells;
}

/** So many notes of a crowded margin are there before script: more than a window shows. */
const FIRST_NOTES = 40;

/** The first blocks, whose notes come with the page. */
export function firstBlocks(layers: readonly BlockLayer[]): number {
  let notes = 0;
  const beyond = layers.findIndex(({ begun }) => {
    notes += Math.min(begun.length, MAX_RESTING);
    return notes > FIRST_NOTES;
  });
  return beyond === -1 ? layers.length : Math.max(1, beyond);
}

/** How many notes find room beside their block, with the line that stands for the others. */
function restingIn(room: number, notes: readonly AnchoredAnnotation[]): number {
  let taken = STEPS_PER_LINE;
  let resting = 0;
  for (const annotation of notes.slice(0, MAX_RESTING)) {
    taken += stepsOf(annotation);
    if (taken > room) break;
    resting++;
  }
  return resting;
}

function itemsOf(
  notes: readonly AnchoredAnnotation[],
  words: string,
  blockStart: number,
  from: number,
  resting: number,
): { items: MarginItem[]; end: number } {
  const items: MarginItem[] = [];
  let free = from;
  const place = (annotation: AnchoredAnnotation, isFolded: boolean) => {
    const step = Math.max(free, STEPS_PER_LINE * lineAt(words, annotation.start - blockStart));
    const steps = stepsOf(annotation);
    free = step + steps;
    items.push({ kind: "note", annotation, isFolded, step, steps });
  };
  // A critique that waits for the author stands in sight, however many notes there are.
  const stays = (annotation: AnchoredAnnotation, index: number) => index < resting || isWaiting(annotation);
  for (const annotation of notes.filter(stays)) place(annotation, false);
  const folded = notes.filter((annotation, index) => !stays(annotation, index));
  if (folded.length === 0) return { items, end: free };
  const end = free + STEPS_PER_LINE;
  items.push({ kind: "fold", annotations: folded, step: free, steps: STEPS_PER_LINE });
  for (const annotation of folded) place(annotation, true);
  return { items, end };
}

function isWaiting({ critique }: AnchoredAnnotation): boolean {
  return critique !== null && waitsFor(critique) === "author";
}

/** Pixels of a block without the air under it, as far as they can be reckoned. */
export function contentHeightOf(block: MarginBlock): number {
  return heightOf(block) - BLOCK_AIR;
}

/** Pixels of a block with the air under it, as far as they can be reckoned. */
function heightOf({ block: { kind }, text, claims }: MarginBlock): number {
  if (kind === "heading") return HEADING;
  const lines = lineAt(text, text.length) + 1;
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
function stepsOf({ tags, noteLength, person, replies }: AnchoredAnnotation): number {
  const length = person.displayName.length + noteLength + 1;
  const textLines = Math.min(NOTE_CLAMP, Math.ceil(length / NOTE_LENGTH));
  const tagLines = Math.min(tags.length, MAX_SHOWN_TAGS) + (tags.length > MAX_SHOWN_TAGS ? 1 : 0);
  return Math.ceil(((textLines + tagLines + (replies > 0 ? 1 : 0)) * NOTE_LINE + NOTE_AIR) / STEP);
}
