import type { DroppedPart } from "../schema";
import { dateLine } from "./byline";
import { groupLines, type SourceLine } from "./lines";
import { bulletText } from "./list-items";
import { looksLikeName } from "./names";
import { notice } from "./notice";
import type { RawComment } from "./reading";

/** What comment systems print with a comment that nobody wrote. */
const FURNITURE = /^(?:reply|log in to reply|share ?›?|report|flag|permalink|edited|like|\d{1,5} (?:likes?|upvotes?)|[▲▼]+)$/i;
const SAYS = /\s+(?:says|said|wrote|writes)\s*:?$/iu;
/** `Name • 2 years ago` */
const AGO = /\s*[•·|–—-]\s*(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago$/iu;

const LONGEST_SIGNATURE = 120;

type Open = { indent: number; index: number };

/** A nested bullet is a reply when it bears a name and its text stands below, further in; otherwise the commenter made a list. */
function isNestedStart(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  const name = line === undefined ? null : bulletText(line);
  if (line === undefined || name === null || !looksLikeName(name) || lines[at - 1]?.text !== "" || lines[at + 1]?.text !== "") return false;
  const next = lines[at + 2];
  return next !== undefined && next.text !== "" && next.indent > line.indent && bulletText(next) === null;
}

/** Where the comments begin: every bullet as far out as the first, and nested ones that are replies. */
function starts(lines: readonly SourceLine[]): number[] {
  const top = lines.find((line) => bulletText(line) !== null)?.indent ?? 0;
  return lines.flatMap((line, at) => {
    if (bulletText(line) === null) return [];
    return line.indent <= top || isNestedStart(lines, at) ? [at] : [];
  });
}

/** Hard line breaks stay, blank lines become one, indentation goes. */
function textOf(lines: readonly SourceLine[]): string {
  return groupLines(lines)
    .map((group) => group.map((line) => line.text.trim()).join("\n"))
    .join("\n\n");
}

/** Lines that the comment system printed: a date or a button first, a button last. */
function furnitureOf(lines: readonly SourceLine[]): SourceLine[] {
  const first = lines.find((line) => line.text !== "");
  const last = lines.findLast((line) => line.text !== "");
  const printed = new Set<SourceLine>();
  if (first !== undefined && (dateLine(first.text) !== null || FURNITURE.test(first.text))) printed.add(first);
  if (last !== undefined && FURNITURE.test(last.text)) printed.add(last);
  return [...printed];
}

/** What stands behind a bullet, when it is a name: `Name`, `Name says:`, `Name • 2 years ago`. */
function signature(opening: string): string | null {
  if (opening.length > LONGEST_SIGNATURE) return null;
  const name = opening.replace(SAYS, "").replace(AGO, "").trim();
  return looksLikeName(name) ? name : null;
}

/** One comment. What stands behind the bullet is its writer's name, or, when it is itself a sentence, the beginning of what was said. */
function read(lines: readonly SourceLine[]): { comment: RawComment | null; furniture: SourceLine[] } {
  const [first, ...rest] = lines;
  if (first === undefined) return { comment: null, furniture: [] };
  const opening = bulletText(first) ?? first.text;
  const furniture = furnitureOf(rest);
  const body = rest.filter((line) => !furniture.includes(line));
  const name = body.some((line) => line.text !== "") ? signature(opening) : null;
  const text = textOf(name === null ? [{ ...first, text: opening }, ...body] : body);
  return { comment: text === "" ? null : { commenter: name, text }, furniture };
}

/** The comments of a plain-text comment section, whose first line is the first comment's bullet. */
export function readTextComments(lines: readonly SourceLine[]): { comments: RawComment[]; dropped: DroppedPart[] } {
  const comments: RawComment[] = [];
  const dropped: DroppedPart[] = [];
  let open: Open[] = [];
  const at = starts(lines);
  at.forEach((start, order) => {
    const { comment, furniture } = read(lines.slice(start, at[order + 1]));
    dropped.push(...furniture.map((line) => notice(line.number, line.text, "Printed by the comment system, not written by anybody.")));
    if (comment === null) return;
    const indent = lines[start]?.indent ?? 0;
    open = open.filter((other) => other.indent < indent);
    const parent = open.at(-1);
    open.push({ indent, index: comments.length });
    comments.push(parent === undefined ? comment : { ...comment, inReplyTo: parent.index });
  });
  return { comments, dropped };
}
