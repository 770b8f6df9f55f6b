import type { SourceLine } from "./lines";

/** Editors wrap at 60 to 100 columns; a document with a longer line was not wrapped at all. */
const WIDEST_WRAP = 120;
/** Narrower than this, lines are verse or an address, and their ends are meant. */
const NARROWEST_WRAP = 40;
/** Wrapped text breaks where the next word no longer fits. This share of the breaks must be such. */
const MOST_BREAKS = 0.7;
/** East Asian line breaking may leave a column or two empty rather than begin a line with punctuation. */
const SLACK = 2;

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu;
/** Scripts written without spaces between words: Hangul is not one. */
const UNSPACED = /[\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3fffd}]/u;

/** Columns a terminal would use: East Asian characters are two wide. */
export function columns(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Columns of what would have had to fit: all up to a space that breaks (NBSP does not), or in scripts without spaces a single character. */
function firstWord(text: string): number {
  const first = text.match(/^[^ \t]+/)?.[0] ?? text;
  return UNSPACED.test(first.charAt(0)) ? 2 : columns(first);
}

const isFull = (line: SourceLine, next: SourceLine, width: number) => columns(line.text) + 1 + firstWord(next.text) > width - SLACK;

/** The width that an editor wrapped a text to, or null when its line ends are not the work of an editor. */
export function wrapWidth(groups: readonly (readonly SourceLine[])[]): number | null {
  // A URL is as long as it is, whatever the editor did.
  const lines = groups.flat().filter((line) => line.text.includes(" ") || UNSPACED.test(line.text));
  const width = lines.reduce((widest, line) => Math.max(widest, columns(line.text)), 0);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return null;
  let breaks = 0;
  let full = 0;
  for (const group of groups) {
    group.slice(1).forEach((next, index) => {
      const line = group[index];
      if (line === undefined) return;
      breaks += 1;
      if (isFull(line, next, width)) full += 1;
    });
  }
  return breaks > 0 && full >= breaks * MOST_BREAKS ? width : null;
}

/** Whether the break between two lines is the editor's: it goes, where the writer's own breaks stay. */
export function isWrap(line: SourceLine, next: SourceLine, width: number | null): boolean {
  return width !== null && isFull(line, next, width);
}

/** What takes the place of a wrap. No character of the text is touched: after a hyphen nothing is put, and the hyphen stays. */
export function unwrapped(before: string, next: string): "" | " " {
  const isHyphenated = /[^\s-]-$/.test(before.slice(-2));
  const isUnspaced = UNSPACED.test(before.slice(-1)) && UNSPACED.test(next.charAt(0));
  return isHyphenated || isUnspaced ? "" : " ";
}
