import type { FormatKind, FormatRange } from "../schema";
import { isBlank } from "./white-space";

/** Collapsed by HTML. NBSP and the other spaces of Unicode are text. */
const HTML_SPACE = /[ \t\n\r\f]+/;

type OpenFormat = { kind: FormatKind; href: string | undefined; start: number | null };

const sameFormat = (a: FormatRange, b: FormatRange) => a.kind === b.kind && a.href === b.href;

/** Ranges in order, overlapping or touching ones of a kind made one, none empty or past the end. */
function merged(ranges: readonly FormatRange[], length: number): FormatRange[] {
  const last = new Map<string, FormatRange>();
  const result: FormatRange[] = [];
  const clipped = ranges.map((range) => ({ ...range, end: Math.min(range.end, length) })).filter((range) => range.end > range.start);
  for (const range of clipped.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = last.get(range.kind);
    if (before !== undefined && sameFormat(before, range) && range.start <= before.end) before.end = Math.max(before.end, range.end);
    else {
      last.set(range.kind, range);
      result.push(range);
    }
  }
  return result;
}

/**
 * The text of one block while it is gathered from inline elements: white space collapsed as HTML does, formatting as ranges of
 * UTF-16 units that begin and end at characters that print. Pieces are joined once, at the end.
 */
export class InlineText {
  #pieces: string[] = [];
  #length = 0;
  #ranges: FormatRange[] = [];
  #open: OpenFormat[] = [];
  #spacePending = false;
  #endsInBreak = false;
  #lineHasInk = false;
  #prefix = "";
  #usedPrefix = "";
  #line: number | null = null;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Adds text as HTML has it, or as it stands (inside <pre>), remembering the line of what comes first. */
  add(text: string, line: number | null, isPreformatted: boolean): void {
    if (isPreformatted) {
      this.#put(text, line);
      return;
    }
    text.split(HTML_SPACE).forEach((word, index) => {
      if (index > 0) this.space();
      if (word !== "") this.#put(word, line);
    });
  }

  /** White space, which counts only between words. */
  space(): void {
    this.#spacePending = true;
  }

  /** A hard line break. False where the text already ends in one: a blank line, which ends the paragraph. */
  lineBreak(): boolean {
    this.#spacePending = false;
    if (!this.isEmpty && !this.#lineHasInk) this.#dropLine();
    if (this.#endsInBreak) return false;
    if (this.isEmpty) return true;
    this.#pieces.push("\n");
    this.#length += 1;
    this.#endsInBreak = true;
    this.#lineHasInk = false;
    return true;
  }

  /** What to write before the first character, if one comes: a list item's number. */
  setPrefix(prefix: string): void {
    this.#prefix = prefix;
  }

  open(kind: FormatKind, href?: string): void {
    this.#open.push({ kind, href, start: null });
  }

  close(): void {
    const format = this.#open.pop();
    if (format !== undefined) this.#record(format);
  }

  /** The block's text so far, or null when nothing in it prints. What is open stays open for the next block. */
  take(): { text: string; formats: FormatRange[]; line: number | null } | null {
    if (!this.isEmpty && !this.#lineHasInk) this.#dropLine();
    for (const format of this.#open) this.#record(format);
    const text = trimEnd(this.#pieces.join(""));
    const taken = text === "" ? null : { text, formats: merged(this.#ranges, text.length), line: this.#line };
    this.#pieces = [];
    this.#length = 0;
    this.#ranges = [];
    this.#spacePending = false;
    this.#endsInBreak = false;
    this.#lineHasInk = false;
    this.#line = null;
    this.#usedPrefix = "";
    for (const format of this.#open) format.start = null;
    return taken;
  }

  #record({ kind, href, start }: OpenFormat): void {
    if (start === null || start >= this.#length) return;
    this.#ranges.push(href === undefined ? { kind, start, end: this.#length } : { kind, start, end: this.#length, href });
  }

  #put(text: string, line: number | null): void {
    if (this.isEmpty) {
      this.#line = line;
      this.#append(this.#prefix);
      this.#usedPrefix = this.#prefix;
      this.#prefix = "";
    } else if (this.#spacePending && !this.#endsInBreak) this.#append(" ");
    this.#spacePending = false;
    for (const format of this.#open) format.start ??= this.#length;
    this.#append(text);
    this.#endsInBreak = false;
    this.#lineHasInk ||= !isBlank(text);
  }

  /** Takes back a line on which nothing prints: a lone NBSP is how page makers leave a line empty. */
  #dropLine(): void {
    while (this.#pieces.length > 0 && this.#pieces.at(-1) !== "\n") this.#length -= this.#pieces.pop()?.length ?? 0;
    this.#endsInBreak = this.#pieces.length > 0;
    if (this.isEmpty) this.#prefix = this.#usedPrefix;
    this.#ranges = this.#ranges
      .filter((range) => range.start < this.#length)
      .map((range) => ({ ...range, end: Math.min(range.end, this.#length) }));
    for (const format of this.#open) if (format.start !== null && format.start >= this.#length) format.start = null;
  }

  #append(text: string): void {
    if (text === "") return;
    this.#pieces.push(text);
    this.#length += text.length;
  }
}

/** Without the breaks and spaces that nothing follows. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charAt(end - 1) === "\n" || text.charAt(end - 1) === " ")) end -= 1;
  return text.slice(0, end);
}
