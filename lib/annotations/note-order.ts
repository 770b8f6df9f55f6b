/**
 * Which notes stand beside which block before any script has measured the page, and on which line of it.
 *
 * The server does not know where a line breaks, but the measure is set so that it holds about 66 characters, and a resting
 * note has a known shape. Reckoned from these, a note is level with its passage to within a line, and the client's exact
 * placing moves it hardly at all.
 */
import type { AnchoredAnnotation } from "./annotation";

/** Notes at rest beside one block; the others fold into one line. */
export const MAX_RESTING = 3;
/** Latin characters on a line of the article: the median, measured. */
const LINE_LENGTH = 66;
/** A full-width character takes the room of about two Latin ones (19 px against 8.85). */
const WIDE_EXTRA = 1.15;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Pixels: the article's leading, a line of a note, and the air under one. Characters: a line of a note. */
const LEADING = 34;
const NOTE_LINE = 20;
const NOTE_AIR = 8;
const NOTE_LENGTH = 52;
/** A resting note shows so many lines of its text and so many of its frameworks. */
const NOTE_CLAMP = 2;
export const MAX_SHOWN_TAGS = 3;

export type MarginItem = {
  /** one note, or those that are folded into a line */
  annotations: AnchoredAnnotation[];
  isFold: boolean;
  /** the line of the block it stands on, from 0, and how many it takes */
  line: number;
  lines: number;
};

export type MarginCell = {
  blockIndex: number;
  /** blocks beside which it has room: its own, and those after it that have no notes */
  span: number;
  items: MarginItem[];
};

/** The notes of every annotated block, in text order. `annotations` are in text order. */
export function marginCells(
  blocks: readonly { start: number; end: number }[],
  text: string,
  annotations: readonly AnchoredAnnotation[],
): MarginCell[] {
  const cells: (Omit<MarginCell, "span" | "items"> & { notes: AnchoredAnnotation[] })[] = [];
  for (const annotation of annotations) {
    const cell = cells.at(-1);
    if (cell?.blockIndex === annotation.blockIndex) cell.notes.push(annotation);
    else cells.push({ blockIndex: annotation.blockIndex, notes: [annotation] });
  }
  return cells.flatMap(({ blockIndex, notes }, index) => {
    const block = blocks[blockIndex];
    if (!block) return [];
    const next = cells[index + 1]?.blockIndex ?? blocks.length;
    return { blockIndex, span: next - blockIndex, items: itemsOf(notes, block, text) };
  });
}

function itemsOf(notes: readonly AnchoredAnnotation[], block: { start: number; end: number }, text: string): MarginItem[] {
  const resting = notes.slice(0, MAX_RESTING);
  const folded = notes.slice(MAX_RESTING);
  const items: MarginItem[] = [];
  let free = 0;
  const place = (annotations: AnchoredAnnotation[], isFold: boolean, lines: number) => {
    const start = annotations[0]?.start ?? block.start;
    const line = Math.max(free, lineAt(text.slice(block.start, block.end), start - block.start));
    items.push({ annotations, isFold, line, lines });
    free = line + lines;
  };
  for (const note of resting) place([note], false, linesOf(note));
  if (folded.length > 0) place(folded, true, 1);
  return items;
}

/** The line, from 0, on which the character at `offset` of a block is reckoned to stand. */
export function lineAt(block: string, offset: number): number {
  const before = block.slice(0, Math.max(0, offset)).split("\n");
  return before.reduce((lines, part, index) => {
    const full = Math.floor((part.length + WIDE_EXTRA * (part.match(wide)?.length ?? 0)) / LINE_LENGTH);
    return lines + full + (index < before.length - 1 ? 1 : 0);
  }, 0);
}

/** How many lines of the article a resting note is tall. */
function linesOf({ tags, note, person }: AnchoredAnnotation): number {
  const length = person.displayName.length + (note?.length ?? 0) + 1;
  const textLines = Math.min(NOTE_CLAMP, Math.ceil(length / NOTE_LENGTH));
  const tagLines = Math.min(tags.length, MAX_SHOWN_TAGS) + (tags.length > MAX_SHOWN_TAGS ? 1 : 0);
  return Math.ceil(((textLines + tagLines) * NOTE_LINE + NOTE_AIR) / LEADING);
}
