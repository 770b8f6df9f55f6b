/** The limits that the browser knows before it sends anything. Apart from the schemas, so that the reader's script need not carry the validation library. */
export const MAX_TAGS = 12;
/** UTF-16 code units */
export const MAX_NOTE_LENGTH = 5000;
/** UTF-16 code units of one passage: a long page. */
export const MAX_PASSAGE_LENGTH = 10_000;

/** What the database would refuse must not be written about first. */
export function isTooLong({ start, end }: { start: number; end: number }): boolean {
  return end - start > MAX_PASSAGE_LENGTH;
}

export const TOO_LONG = `A passage holds at most ${MAX_PASSAGE_LENGTH.toLocaleString("en-GB")} characters. Select less to tag it.`;
