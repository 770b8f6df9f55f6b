import { AppError } from "../../errors";
import { MAX_LINES } from "./limits";
import { isBlank, trimEdges } from "./white-space";

/** A line of a plain-text source. */
export type SourceLine = {
  /** 1-based */
  number: number;
  /** white space before the text; a tab counts as four, an ideographic space as two */
  indent: number;
  /** without the indentation and trailing white space */
  text: string;
};

/** No character between these two is white space. */
const SPACE = 0x20;
const NEXT_LINE = 0x85;

/** Everything Unicode calls the end of a line, except form feed, which pagers put in the middle of one. */
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/;

function indentOf(raw: string): number {
  if (raw.charCodeAt(0) > SPACE && raw.charCodeAt(0) < NEXT_LINE) return 0;
  const margin = /^[\s]*/u.exec(raw)?.[0] ?? "";
  const extra = (character: string) => margin.split(character).length - 1;
  return margin.length + 3 * extra("\t") + extra("\u3000");
}

function textOf(raw: string): string {
  const text = trimEdges(raw);
  return isBlank(text) ? "" : text;
}

/** The lines of a source; blank ones have the text "". */
export function splitLines(source: string): SourceLine[] {
  const lines = source.split(LINE_END);
  if (lines.length <= MAX_LINES) return lines.map((raw, index) => ({ number: index + 1, indent: indentOf(raw), text: textOf(raw) }));
  const number = (value: number) => value.toLocaleString("en-US");
  throw new AppError("invalid", `The source has ${number(lines.length)} lines; at most ${number(MAX_LINES)} can be read.`, "text");
}

/** Runs of lines without a blank one between them. */
export function groupLines(lines: readonly SourceLine[]): SourceLine[][] {
  const groups: SourceLine[][] = [];
  let open: SourceLine[] = [];
  for (const line of lines) {
    if (line.text !== "") open.push(line);
    else if (open.length > 0) {
      groups.push(open);
      open = [];
    }
  }
  if (open.length > 0) groups.push(open);
  return groups;
}
