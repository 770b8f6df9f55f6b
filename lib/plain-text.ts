/**
 * Characters that no stored text may hold: PostgreSQL has no U+0000, and a revision's text may not have U+0001, by which the
 * database pads characters beyond U+FFFF when it cuts a text (`revision_text_check`). The same for every text, so that what is
 * refused does not depend on the field. All other control characters are stored as they are.
 */
const UNSTORABLE = ["\u0000", "\u0001"] as const;

/** Whether the database takes a text as it is. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.some((character) => text.includes(character));
}

/** The text without the characters that cannot be stored. */
export function storable(text: string): string {
  return UNSTORABLE.reduce((rest, character) => rest.replaceAll(character, ""), text);
}
