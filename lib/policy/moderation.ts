import { moderates } from "./article";
import { personIdOf, type Viewer } from "./viewer";

/** Words that a moderator may hide: the note of an annotation that everyone sees, or a comment under what everyone sees. */
export type WordsFacts = {
  /** null where nobody here is known to have written them */
  writerId: string | null;
  /** the people behind the article's bylines */
  authorIds: ReadonlySet<string>;
  isHidden: boolean;
};

/**
 * May the viewer hide the words, or bring them back? A moderator; but an author nothing under their own article, whatever else they are,
 * and nobody their own words.
 */
export function canModerate(viewer: Viewer, operation: "hide" | "restore", { writerId, authorIds, isHidden }: WordsFacts): boolean {
  const personId = personIdOf(viewer);
  if (personId === null || !moderates(viewer) || authorIds.has(personId) || personId === writerId) return false;
  return operation === "hide" ? !isHidden : isHidden;
}

/** Who reads words that are hidden: their writer and moderators. In SQL: words_are_hidden, of the moderation migration. */
export function readsHidden(viewer: Viewer, writerId: string | null): boolean {
  const personId = personIdOf(viewer);
  return moderates(viewer) || (personId !== null && personId === writerId);
}

/** The note of an annotation as the viewer may read it: none where it is hidden from them. */
export function readableNote(
  viewer: Viewer,
  { note, hiddenAt, personId }: { note: string | null; hiddenAt: Date | null; personId: string },
): string | null {
  return hiddenAt === null || readsHidden(viewer, personId) ? note : null;
}

/** The same as `readsHidden`, as a filter of annotations. */
export function notesReadableBy(viewer: Viewer) {
  if (moderates(viewer)) return {};
  const personId = personIdOf(viewer);
  return { OR: [{ hiddenAt: null }, ...(personId === null ? [] : [{ personId }])] };
}
