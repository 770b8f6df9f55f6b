import { findBiography } from "./biography";
import { groupLines, type SourceLine } from "./lines";
import { bulletText } from "./list-items";
import { looksLikeName, nameKey } from "./names";

const HEADING =
  /^(?:\d{1,6}\s+)?(?:comments?|responses?|replies|readers[’'] comments|コメント|评论|評論|留言|댓글)(?:\s*[(（]\d{1,6}[)）])?\s*:?$/iu;

/** How many paragraphs before the comments are looked at for a biography. */
const LOOK_BACK = 4;

/** Whether a line or heading announces the comment section. */
export function isCommentHeading(text: string): boolean {
  return text.length <= 40 && HEADING.test(text.trim());
}

export type CommentSection = {
  /** index of the first comment's line */
  start: number;
  /** index of the heading above it, where there is one */
  heading: number | null;
};

/** The bullet from which everything is bullets as far in, and text further in, up to the end; null when the text ends otherwise. */
function indentedTail(lines: readonly SourceLine[]): number | null {
  let tail: number | null = null;
  let outermostText = Number.POSITIVE_INFINITY;
  let outermostBullet = Number.POSITIVE_INFINITY;
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || line.text === "") continue;
    if (bulletText(line) === null) outermostText = Math.min(outermostText, line.indent);
    else if (line.indent < outermostText && line.indent <= outermostBullet) {
      outermostBullet = line.indent;
      if (lines[at - 1]?.text === "") tail = at;
    } else outermostBullet = Math.min(outermostBullet, line.indent);
  }
  return tail;
}

/** Whether a bullet bears a name and what was said stands below it, after a blank line. */
function isSigned(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  return line !== undefined && looksLikeName(bulletText(line) ?? "") && lines[at + 1]?.text === "" && lines[at + 2] !== undefined;
}

/**
 * The first bullet right below a heading of the comment section. "Responses" may also head a section of the article, so that its
 * bullets must look like comments: all that follows stands further in, or the first is signed.
 */
function headedStart(lines: readonly SourceLine[], tail: number | null): CommentSection | null {
  let above: number | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.text === "") continue;
    const isHeaded = above !== null && bulletText(line) !== null && isCommentHeading(lines[above]?.text ?? "");
    if (isHeaded && ((tail !== null && tail <= at) || isSigned(lines, at))) return { start: at, heading: above };
    above = at;
  }
  return null;
}

/** The last paragraphs before a line, one string each. */
function paragraphsBefore(lines: readonly SourceLine[], start: number): string[] {
  let from = start;
  for (let paragraphs = 0; from > 0 && paragraphs <= LOOK_BACK; from -= 1) {
    if (lines[from - 1]?.text === "" && lines[from]?.text !== "") paragraphs += 1;
  }
  return groupLines(lines.slice(from, start)).map((group) => group.map((line) => line.text).join(" "));
}

/** Whether one of the bullets bears an author's name: an author answers in comments, and is no item of a list. */
function authorAnswers(lines: readonly SourceLine[], start: number, authors: readonly string[]): boolean {
  const keys = new Set(authors.map(nameKey));
  return lines.slice(start).some((line) => keys.has(nameKey(bulletText(line) ?? "")));
}

/**
 * Where the comments of a plain text begin, or null. A bullet list is only taken for comments when something says so: a heading,
 * a biography right before it, or an author among the bulleted names; otherwise it is a list of the article's.
 */
export function findCommentSection(lines: readonly SourceLine[], authors: readonly string[]): CommentSection | null {
  const start = indentedTail(lines);
  const headed = headedStart(lines, start);
  if (headed !== null || start === null) return headed;
  // The first paragraph is never a biography: what stands before the last few counts as one.
  const before = ["", ...paragraphsBefore(lines, start)];
  const isAnnounced = findBiography(before, authors) !== null || authorAnswers(lines, start, authors);
  return isAnnounced ? { start, heading: null } : null;
}
