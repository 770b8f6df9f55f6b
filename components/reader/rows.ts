/** The grid row of the first block: the article's header has the one before it. Text and margin share their rows. */
export const BLOCK_ROW = 2;
