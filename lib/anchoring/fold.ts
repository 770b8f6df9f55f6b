/**
 * The form in which characters are compared: what copying, typing and scanning change without anybody meaning it is made the same.
 * Composed and decomposed accents, full- and half-width forms and ligatures (NFKC), the shapes of quotation marks and dashes, and
 * characters that show nothing. Capitals stay: an author who changes one means it.
 */

const quotationMarks = /["‘’‚‛`´ʼ′＇“”„‟″＂«»‹›]/gu;
const dashes = /[‐‑‒–—―−﹣－]/gu;
const invisible = /\p{Cf}|\p{Variation_Selector}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant, control characters too
const plain = /^[\x00-\x7f]*$/;

/** The form in which a piece of text is compared. White space is left as it is. */
export function fold(piece: string): string {
  if (plain.test(piece)) return piece.includes('"') ? piece.replaceAll('"', "'") : piece;
  return piece.replace(quotationMarks, "'").normalize("NFKC").replace(dashes, "-").replace(invisible, "");
}
