/** A stretch of a revision's text: [start, end), UTF-16 code units. */
export type Span = { start: number; end: number };
