import { AppError } from "../../errors";
import { type DroppedPart, MAX_BLOCK_LENGTH, MAX_BLOCKS } from "../schema";
import { notice } from "./notice";
import type { Part, RawComment } from "./reading";
import { clip, oneLine } from "./white-space";

/** Read off the contract, which has no names for them. */
const MAX_FORMATS = 5000;
const MAX_COMMENTS = 5000;

const number = (value: number) => value.toLocaleString("en-US");

function refuse(message: string, field: string): never {
  throw new AppError("invalid", message, field);
}

/** Refuses more blocks or comments than an article may have, before time is spent on them. */
export function checkCounts(blocks: number, comments: number): void {
  if (blocks > MAX_BLOCKS)
    refuse(`The source has ${number(blocks)} paragraphs; an article may have at most ${number(MAX_BLOCKS)}.`, "blocks");
  if (comments > MAX_COMMENTS)
    refuse(`The source has ${number(comments)} comments; at most ${number(MAX_COMMENTS)} can be taken in.`, "comments");
}

const beginning = (text: string) => `“${clip(oneLine(text.slice(0, 100)), 40)}…”`;

/** Refuses blocks and comments that are too long, by the number a reader would cite and by how they begin. */
export function checkLengths(parts: readonly Part[], comments: readonly RawComment[]): void {
  let paragraph = 0;
  parts.forEach(({ block, line }, index) => {
    if (block.kind !== "heading") paragraph += 1;
    if (block.text.length <= MAX_BLOCK_LENGTH) return;
    const which = block.kind === "heading" ? "A heading" : `Paragraph ${number(paragraph)}`;
    const where = line === null ? beginning(block.text) : `line ${number(line)}, ${beginning(block.text)}`;
    const limit = `at most ${number(MAX_BLOCK_LENGTH)} are possible: break it into paragraphs with blank lines.`;
    refuse(`${which} (${where}) has ${number(block.text.length)} characters; ${limit}`, `blocks.${index}.text`);
  });
  comments.forEach(({ text }, index) => {
    if (text.length <= MAX_BLOCK_LENGTH) return;
    const message = `Comment ${number(index + 1)} (${beginning(text)}) has ${number(text.length)} characters; at most ${number(MAX_BLOCK_LENGTH)} are possible.`;
    refuse(message, `comments.${index}.text`);
  });
}

/** A block with thousands of links is a directory, not prose: its text is kept whole, its formatting beyond the limit is not. */
export function withinFormatLimit(parts: readonly Part[]): { parts: Part[]; dropped: DroppedPart[] } {
  const dropped: DroppedPart[] = [];
  const kept = parts.map((part) => {
    const { formats, text } = part.block;
    if (formats.length <= MAX_FORMATS) return part;
    dropped.push(
      notice(
        part.line,
        text,
        `Only the first ${number(MAX_FORMATS)} of this paragraph's ${number(formats.length)} links and emphases are kept.`,
      ),
    );
    return { ...part, block: { ...part.block, formats: formats.slice(0, MAX_FORMATS) } };
  });
  return { parts: kept, dropped };
}
