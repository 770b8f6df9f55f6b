/** How many annotations are changed, or exported by hand, at once: two pages of the list of one's own. */
export const MAX_CHANGED_AT_ONCE = 200;
