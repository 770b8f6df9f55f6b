/**
 * The limits that the browser must know before it sends anything. They stand apart from the schemas so that the reader's script need not
 * carry the validation library; a test holds them equal.
 */
export const MAX_TAGS = 12;
export const MAX_NOTE_LENGTH = 5000;
export const MAX_PASSAGE_LENGTH = 10_000;
