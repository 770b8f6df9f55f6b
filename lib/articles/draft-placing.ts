/** How far up to look for a line that stayed in the article before giving up. */
const LINES_TO_LOOK_UP = 60;
/** Letters a line must have to be told from another: "Photo" stands in many paragraphs. */
const LETTERS_TO_RECOGNISE = 12;

/** Letters and digits only, so that markup, quotes and spacing do not hide a match. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Where something that the import dropped belongs: the index of the last block that came before `line` (1-based) of
 * the source, or null where no line above it can be found in any block. Reads upwards from the line and takes the
 * first one it recognises; at worst LINES_TO_LOOK_UP × the length of the article.
 */
export function indexOfBlockBefore(line: number, source: string, blocks: readonly string[]): number | null {
  const above = source.split(/\r\n|\r|\n/).slice(Math.max(0, line - 1 - LINES_TO_LOOK_UP), line - 1);
  const texts = blocks.map(letters);
  for (const candidate of above.reverse()) {
    const wanted = letters(candidate);
    if (wanted.length < LETTERS_TO_RECOGNISE) continue;
    const found = texts.findLastIndex((text) => text.includes(wanted) || (text.length >= LETTERS_TO_RECOGNISE && wanted.includes(text)));
    if (found !== -1) return found;
  }
  return null;
}
