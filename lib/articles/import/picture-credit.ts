import type { DraftBlock } from "../schema";

/**
 * The file name of a picture, glued by the page's layout to the paragraph below it: at least three lower-case words joined by hyphens
 * and then, with no space, the capital letter the paragraph begins with. Two words would catch "pre-iPhone".
 */
const GLUED_SLUG = /^[a-z0-9]+(?:-[a-z0-9]+){2,30}(?=\p{Lu}\p{L}*[\s,])/u;

/** The credit at the start of a paragraph, or null. */
export function gluedCredit(text: string): string | null {
  return GLUED_SLUG.exec(text.slice(0, 400))?.[0] ?? null;
}

/** The block without its first `length` characters; formatting moves along and never reaches outside the text. */
export function withoutStart(block: DraftBlock, length: number): DraftBlock {
  const formats = block.formats
    .map((format) => ({ ...format, start: Math.max(format.start - length, 0), end: format.end - length }))
    .filter((format) => format.end > format.start);
  return { ...block, text: block.text.slice(length), formats };
}
