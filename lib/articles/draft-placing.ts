/** How far from the line to look for others that stayed in the article before giving up. */
const LINES_TO_LOOK_AT = 60;
/** Letters a line must have to be told from another: “Photo” stands in many paragraphs. */
const LETTERS_TO_RECOGNISE = 12;

/** Letters and digits only, so that markup, quotes and spacing do not hide a match. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Where something that the import dropped belongs: the index of the block it comes after (−1: before all of them), or
 * null where no line near it can be found in any block. `line` counts from 1. Reads upwards from the line, then
 * downwards, and takes the first line it recognises; at worst LINES_TO_LOOK_AT × the length of the article.
 */
export function indexOfBlockBefore(line: number, source: string, blocks: readonly string[]): number | null {
  const lines = source.split(/\r\n|\r|\n/);
  const texts = blocks.map(letters);
  const recognised = (wanted: string) => (text: string) =>
    text.includes(wanted) || (text.length >= LETTERS_TO_RECOGNISE && wanted.includes(text));
  for (const candidate of lines.slice(Math.max(0, line - 1 - LINES_TO_LOOK_AT), line - 1).reverse()) {
    const wanted = letters(candidate);
    if (wanted.length < LETTERS_TO_RECOGNISE) continue;
    const found = texts.findLastIndex(recognised(wanted));
    if (found !== -1) return found;
  }
  // from the line itself: it may have been glued to the paragraph that follows
  for (const candidate of lines.slice(line - 1, line - 1 + LINES_TO_LOOK_AT)) {
    const wanted = letters(candidate);
    if (wanted.length < LETTERS_TO_RECOGNISE) continue;
    const found = texts.findIndex(recognised(wanted));
    if (found !== -1) return found - 1;
  }
  return null;
}
