/** The white space that lays lines out. Not NBSP, not the ideographic space: those are characters of the text and are kept. */
const LAYOUT = new Set([" ", "\t", "\n", "\r", "\f", "\v"]);

/** Characters that print nothing: white space of every script, zero-width marks, Hangul fillers. */
const INVISIBLE = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}]*$/u;

/** Without the line-structure white space at both ends. A loop: `[ ]+$` as a pattern takes quadratic time on a long run of spaces. */
export function trimEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && LAYOUT.has(text.charAt(start))) start += 1;
  while (end > start && LAYOUT.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Nothing a reader could see. A paragraph of NBSPs is how page makers write an empty line. */
export function isBlank(text: string): boolean {
  return INVISIBLE.test(text);
}

/** One line, every run of white space a single space: for titles, names and comparisons, never for body text. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** At most `limit` UTF-16 units, never half a surrogate pair. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit);
}
