/**
 * How deep elements, quotations, lists, emphasis or brackets may nest. Pages in the wild stay below 60; everything after the
 * check may recurse, and 200 levels fit any stack.
 */
export const MAX_DEPTH = 200;

/** Elements of a page. An article of 20,000 paragraphs with links has fewer; each costs memory several times over. */
export const MAX_ELEMENTS = 100_000;

/** Pieces of text between elements, and characters that HTML writes as references (`&amp;`): each is read and written three times. */
export const MAX_TEXTS = 500_000;

/** Lines of a plain text. The largest source allowed, wrapped at 72 columns, has 60,000. */
export const MAX_LINES = 200_000;

/** UTF-16 units of a Markdown source. The Markdown parser keeps every token of a source in memory: a million take it two seconds. */
export const MAX_MARKDOWN_LENGTH = 1_000_000;

/** Characters that are read of a title in a page's head, and of its site's name: pages declare some with a whole abstract in them. */
export const LONGEST_DECLARED_TITLE = 2000;

/** Longer first lines are a paragraph, not a title. */
export const LONGEST_TITLE_LINE = 200;

/** Rows of the preview's list of dropped parts: more than this nobody reads. */
export const MAX_NOTICES = 300;
