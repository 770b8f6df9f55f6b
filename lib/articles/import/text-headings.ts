import { byline, dateLine } from "./byline";
import type { Part } from "./reading";

const LONGEST_HEADING = 80;
const MOST_WORDS = 12;
/** A heading announces at least this much text, and several times its own length. */
const SHORTEST_SECTION = 200;
const TIMES_LONGER = 3;
/** Without a number, the line after the title must be this short to be a heading and not a standfirst. */
const FEW_WORDS = 5;

const NUMBERED = /^((?:\d{1,2}\.)*\d{1,2})[.)]?\s+\S/;
const ENDS_LIKE_PROSE = /[.!?:;,…。！？：；，、"”’'」』]$/u;

const words = (text: string) => text.split(/\s+/u).length;

/** Short, begins like a heading, does not end like a sentence. */
function hasHeadingShape(text: string): boolean {
  if (text.includes("\n") || text.length > LONGEST_HEADING || words(text) > MOST_WORDS) return false;
  if (!/\p{L}/u.test(text) || ENDS_LIKE_PROSE.test(text) || byline(text) !== null || dateLine(text) !== null) return false;
  return /^[\p{Lu}\p{Lo}\p{N}]/u.test(text);
}

function announces(part: Part, next: Part | undefined): boolean {
  if (next?.block.kind !== "paragraph") return false;
  const length = next.block.text.length;
  return length >= SHORTEST_SECTION && length >= part.block.text.length * TIMES_LONGER;
}

function isHeading(parts: readonly Part[], index: number): boolean {
  const part = parts[index];
  // The first line is the title.
  if (part === undefined || index === 0 || !hasHeadingShape(part.block.text) || !announces(part, parts[index + 1])) return false;
  if (NUMBERED.test(part.block.text)) return parts[index - 1]?.block.kind !== "listItem";
  return part.block.kind === "paragraph" && (index > 1 || words(part.block.text) <= FEW_WORDS);
}

/** 2 for a chapter, one more for each dot in its number: `1` and `Methods` are 2, `1.2` is 3. */
function levelOf(text: string): number {
  const number = NUMBERED.exec(text)?.[1] ?? "";
  return Math.min(1 + Math.max(number.split(".").length, 1), 4);
}

/**
 * Marks the headings of a plain text, which has nothing but shape to tell them by. Conservative: only parts in `alone` (single lines
 * between blank ones) that are followed by a long paragraph. A heading taken for a paragraph costs a click; the reverse unnumbers
 * a paragraph that readers cite.
 */
export function withHeadings(parts: readonly Part[], alone: ReadonlySet<Part>): Part[] {
  return parts.map((part, index) => {
    if (!alone.has(part) || !isHeading(parts, index)) return part;
    return { ...part, block: { kind: "heading", level: levelOf(part.block.text), text: part.block.text, formats: [] } };
  });
}
