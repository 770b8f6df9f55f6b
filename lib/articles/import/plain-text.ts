import type { DraftBlock, DroppedPart } from "../schema";
import { byline, dateLine } from "./byline";
import { findCommentSection } from "./comment-section";
import { checkCounts } from "./draft-limits";
import { groupLines, type SourceLine, splitLines } from "./lines";
import { isDivider, listItem } from "./list-items";
import { notice } from "./notice";
import type { Part, Reading } from "./reading";
import { readTextComments } from "./text-comments";
import { withHeadings } from "./text-headings";
import { columns, isWrap, unwrapped, wrapWidth } from "./wrap";

/** Lines longer than this are paragraphs of their own: nobody breaks a line by hand at 150 columns. */
const LONGEST_HAND_BREAK = 120;
/** Lines at the top that may be a byline or a date without a blank line around them. */
const HEAD_LINES = 6;

/** A part while its lines are gathered: pieces, because joining strings one by one takes quadratic time in a long paragraph. */
type OpenPart = { kind: DraftBlock["kind"]; level?: number; pieces: string[]; first: SourceLine; last: SourceLine };

/** Books without blank lines indent the first line of each paragraph; in a bibliography the first line is the one that is not. */
const startsIndented = (group: readonly SourceLine[]) => (group[0]?.indent ?? 0) >= 2;
const isIndentedStart = (line: SourceLine, above: SourceLine) => line.indent >= 2 && above.indent < 2;

/** What the lines of a run have in common. */
type Run = { width: number | null; isLong: boolean; isIndented: boolean };

/** How a line continues the part above it: what to put between, or null when it begins a part of its own. */
function continuation(open: OpenPart, line: SourceLine, run: Run): string | null {
  const above = open.last;
  if (open.kind === "listItem" && line.indent > open.first.indent) return unwrapped(above.text, line.text);
  if (run.isIndented && isIndentedStart(line, above)) return null;
  if (isWrap(above, line, run.width)) return unwrapped(above.text, line.text);
  return run.isLong || open.kind === "listItem" ? null : "\n";
}

/** The parts of a run of lines without blank ones: paragraphs and list items. */
function partsOf(group: readonly SourceLine[], width: number | null): Part[] {
  const run = { width, isLong: group.some((line) => columns(line.text) > LONGEST_HAND_BREAK), isIndented: startsIndented(group) };
  const parts: OpenPart[] = [];
  const margins: number[] = [];
  for (const line of group) {
    const item = listItem(line);
    const open = parts.at(-1);
    const between = item === null && open !== undefined ? continuation(open, line, run) : null;
    if (open !== undefined && between !== null) {
      open.pieces.push(between, line.text);
      open.last = line;
    } else if (item === null) parts.push({ kind: "paragraph", pieces: [line.text], first: line, last: line });
    else {
      while ((margins.at(-1) ?? -1) >= line.indent) margins.pop();
      margins.push(line.indent);
      parts.push({ kind: "listItem", level: Math.min(margins.length, 6), pieces: [item.text], first: line, last: line });
    }
  }
  return parts.map(({ kind, level, pieces, first }) => {
    const block: DraftBlock = { kind, text: pieces.join(""), formats: [] };
    return { block: level === undefined ? block : { ...block, level }, line: first.number };
  });
}

/** A title, byline or date that stands right on top of the text, as a run of its own. */
function peelHead(groups: readonly SourceLine[][], width: number | null): SourceLine[][] {
  const [first = [], ...rest] = groups;
  const isHead = (line: SourceLine) => byline(line.text) !== null || dateLine(line.text) !== null;
  let peeled = 0;
  while (peeled < HEAD_LINES && peeled < first.length - 1) {
    const [line, next] = [first[peeled], first[peeled + 1]];
    if (line === undefined || next === undefined) break;
    const isTitle = peeled === 0 && listItem(line) === null && !isWrap(line, next, width);
    if (!isTitle && !isHead(line)) break;
    peeled += 1;
  }
  const heads = first.slice(0, peeled).map((line) => [line]);
  return [...heads, first.slice(peeled), ...rest].filter((group) => group.length > 0);
}

function bodyParts(lines: readonly SourceLine[]): { parts: Part[]; dropped: DroppedPart[] } {
  const all = groupLines(lines);
  // Every run of lines becomes at least one block: the same limit, before time is spent on them.
  checkCounts(all.length, 0);
  const width = wrapWidth(all);
  const dropped: DroppedPart[] = [];
  const alone = new Set<Part>();
  const parts = peelHead(all, width).flatMap((group) => {
    const [only] = group;
    if (group.length === 1 && only !== undefined && isDivider(only.text)) {
      dropped.push(notice(only.number, only.text, "A dividing line: the blocks around it stay apart without it."));
      return [];
    }
    const read = partsOf(group, width);
    const [first] = read;
    if (group.length === 1 && first !== undefined) alone.add(first);
    return read;
  });
  return { parts: withHeadings(parts, alone), dropped };
}

/** Authors named near the top, before anything is known about the rest. */
function earlyAuthors(lines: readonly SourceLine[]): string[] {
  const top = lines.slice(0, 50).filter((line) => line.text !== "");
  return top.slice(0, HEAD_LINES).flatMap((line) => byline(line.text)?.authors ?? []);
}

/**
 * Reads plain text: paragraphs apart by blank lines, hard wraps undone, list items, headings, and a comment section at the end.
 *
 * Every character of the text is kept as it is written: no Unicode normalisation, quotes and dashes untouched, NBSP and ideographic
 * spaces kept. Only the white space that lays lines out is trimmed (around a line) or replaced (a wrap by one space).
 */
export function readPlainText(text: string): Reading {
  const lines = splitLines(text);
  const section = findCommentSection(lines, earlyAuthors(lines));
  const end = section?.heading ?? section?.start ?? lines.length;
  const body = bodyParts(lines.slice(0, end));
  const comments = readTextComments(section === null ? [] : lines.slice(section.start));
  const heading = section?.heading === null || section === null ? undefined : lines[section.heading];
  const headed = heading === undefined ? [] : [notice(heading.number, heading.text, "The heading of the comment section.")];
  return { authors: [], parts: body.parts, comments: comments.comments, dropped: [...body.dropped, ...headed, ...comments.dropped] };
}
