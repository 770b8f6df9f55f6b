/**
 * The parser takes time that grows with the square of the marks in one paragraph, and with quotations and lists times lines; its tree is
 * as deep as these are nested. Within these bounds the slowest text that we found takes about a quarter of a second (docs/decisions/011); measured, not derived.
 */
export const MAX_SOURCE_LENGTH = 10_000;
const MARKS_SQUARED = 2e6;
const CONTAINERS_TIMES_LINES = 2e6;
const MAX_CONTAINERS = 16;

const CONTAINER = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
/** Narrower than JavaScript's white space: a line with an NBSP in it is a line of text. */
const BLANK = /^[ \t>]*$/;
const MARKS = /[*_~[\]!`<&\\@:]/g;

/** How many quotations and lists a line opens or continues: `> > - ` is three. */
function containersOf(line: string): number {
  CONTAINER.lastIndex = 0;
  let count = 0;
  while (CONTAINER.test(line)) count += 1;
  return count;
}

/** Whether a text has so many marks that parsing it would take the server noticeable time, or so deep a nesting that nobody could read it. */
export function isTooCostly(source: string): boolean {
  if (source.length > MAX_SOURCE_LENGTH) return true;
  const lines = source.split(/\r\n?|\n/);
  let [marks, squares, opened] = [0, 0, 0];
  for (const line of lines) {
    const containers = containersOf(line);
    opened += containers;
    if (containers > MAX_CONTAINERS) return true;
    if (BLANK.test(line)) {
      squares += marks * marks;
      marks = containers;
    } else {
      marks += 1 + containers + (line.match(MARKS)?.length ?? 0);
    }
  }
  return squares + marks * marks > MARKS_SQUARED || opened * lines.length > CONTAINERS_TIMES_LINES;
}
