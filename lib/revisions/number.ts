/** A revision's number as an address says it, or null where it says none. PostgreSQL's integers end at 2,147,483,647. */
export function revisionNumber(word: string | undefined): number | null {
  return word !== undefined && /^[1-9]\d{0,8}$/.test(word) ? Number(word) : null;
}
