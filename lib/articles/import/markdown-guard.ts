import { AppError } from "../../errors";
import { MAX_BLOCKS } from "../schema";
import { MAX_DEPTH, MAX_ELEMENTS, MAX_MARKDOWN_LENGTH } from "./limits";

/**
 * The Markdown parser takes time that grows with the square of the marks in one paragraph, and with the number of quotations, lists and
 * underlined headings times the number of lines. These budgets hold it to a few seconds; measured on the parser, not derived.
 */
const MARKS_SQUARED = 1e8;
const CLOSINGS_TIMES_LINES = 5e6;
/** A list or quotation becomes two elements of HTML. */
const MAX_CONTAINERS = MAX_DEPTH / 2;

const CONTAINER = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
const SETEXT = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** A table's second line, maybe in a quotation or a list; in one column, without these, it would underline a heading. */
const DELIMITER_ROW = /^[ \t>]*[|:-][|:\- \t]*$/;
const COLUMN_MARK = /[|:]/;
/** Narrower than JavaScript's white space: a line with an NBSP in it is a line of text, and ends neither a paragraph nor a table. */
const BLANK = /^[ \t]*$/;
const MARKS = /[*_~[\]!`<&\\]/g;

function refuse(message: string): never {
  throw new AppError("invalid", message, "text");
}

const number = (value: number) => value.toLocaleString("en-US");

/** How many quotations and lists a line opens or continues: `> > - ` is three. */
function containersOf(line: string): number {
  CONTAINER.lastIndex = 0;
  let count = 0;
  while (CONTAINER.test(line)) count += 1;
  return count;
}

/** How deep brackets and emphasis are open, from the first line of a paragraph to its last. */
class InlineDepth {
  #brackets = 0;
  #emphasis = 0;

  /** The depth after a line, at its deepest. */
  add(line: string): number {
    let deepest = 0;
    for (const match of line.matchAll(/[[\]]|[*_]+/g)) {
      const [mark] = match;
      if (mark === "[") this.#brackets += 1;
      else if (mark === "]") this.#brackets = Math.max(this.#brackets - 1, 0);
      else this.#emphasise(mark.length, line.charAt(match.index - 1), line.charAt(match.index + mark.length));
      deepest = Math.max(deepest, this.#brackets, this.#emphasis);
    }
    return deepest;
  }

  /** Marks before a word open and marks behind one close; between letters they may do either, and a run alone does nothing. */
  #emphasise(length: number, before: string, after: string): void {
    const [opens, closes] = [after.trim() !== "" && before.trim() === "", before.trim() !== "" && after.trim() === ""];
    // Strong emphasis takes two marks and makes one level.
    if (opens) this.#emphasis += Math.ceil(length / 2);
    if (closes) this.#emphasis = Math.max(this.#emphasis - Math.ceil(length / 2), 0);
  }
}

/**
 * Counts the cells of tables as the parser makes them: it fills every row up to the width of the first, so that a line of one character
 * costs as much as a full one; what is beyond that width is read and thrown away. Never too few: all lines up to a blank one count as rows, though something else may end a table.
 */
class TableCells {
  count = 0;
  #columns = 0;

  add(line: string): void {
    if (DELIMITER_ROW.test(line) && COLUMN_MARK.test(line)) this.#columns = Math.max(this.#columns, line.match(/-+/g)?.length ?? 0);
    if (this.#columns > 0) this.count += Math.max(this.#columns, line.split("|").length - 2);
  }

  end(): void {
    this.#columns = 0;
  }
}

function checkDepth(depth: number, limit: number, what: string, line: number): void {
  if (depth > limit)
    refuse(`${what} are nested ${number(depth)} deep (line ${number(line)}); at most ${number(limit)} levels can be read.`);
}

/** Refuses Markdown that would take the parser minutes or exhaust its stack, before it is parsed, saying where. */
export function guardMarkdown(source: string): void {
  if (source.length > MAX_MARKDOWN_LENGTH) {
    refuse(
      `The Markdown is ${number(source.length)} characters long; at most ${number(MAX_MARKDOWN_LENGTH)} can be read. Import it in parts.`,
    );
  }
  const lines = source.split(/\r\n?|\n/);
  let [marks, squares, closings, paragraphs] = [0, 0, 0, 0];
  let inline = new InlineDepth();
  const table = new TableCells();
  lines.forEach((line, index) => {
    const isBlank = BLANK.test(line);
    const startsParagraph = !isBlank && BLANK.test(lines[index - 1] ?? "");
    if (isBlank) {
      squares += marks * marks;
      marks = 0;
      inline = new InlineDepth();
      table.end();
      return;
    }
    table.add(line);
    const containers = containersOf(line);
    checkDepth(containers, MAX_CONTAINERS, "Quotations and lists", index + 1);
    checkDepth(inline.add(line), MAX_DEPTH, "Brackets or emphases", index + 1);
    marks += 1 + containers + (line.match(MARKS)?.length ?? 0);
    if (startsParagraph) paragraphs += 1;
    if (startsParagraph) closings += containers;
    else if (SETEXT.test(line)) closings += 1;
  });
  if (paragraphs > MAX_BLOCKS)
    refuse(`The Markdown has ${number(paragraphs)} paragraphs; an article may have at most ${number(MAX_BLOCKS)}.`);
  if (table.count > MAX_ELEMENTS) {
    refuse(
      `The Markdown has tables of ${number(table.count)} cells, with those that short rows leave empty; at most ${number(MAX_ELEMENTS)} can be read. Import it in parts.`,
    );
  }
  if (squares + marks * marks > MARKS_SQUARED)
    refuse("The Markdown has paragraphs with many thousands of marks (*, _, [, <, `): it cannot be read in reasonable time.");
  if (closings * lines.length > CLOSINGS_TIMES_LINES) {
    refuse(
      `The Markdown has ${number(closings)} quotations, lists and underlined headings in ${number(lines.length)} lines: too many to read at once. Import it in parts.`,
    );
  }
}
