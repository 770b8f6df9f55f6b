import { personIdOf, type Viewer } from "./viewer";

/** Whoever is signed in may annotate what they may read. */
export function canAnnotate(viewer: Viewer): boolean {
  return viewer.kind === "person";
}

/** Whoever is signed in may bring in an article. */
export function canImport(viewer: Viewer): boolean {
  return viewer.kind === "person";
}

export type ArticleFacts = {
  /** who added it; null where it came by the command line, or they are gone */
  createdById: string | null;
  /** the people behind its bylines */
  authorIds: ReadonlySet<string>;
};

/** A new text of the article is brought in by who added it, by its authors, and by curators and admins. */
export function canRevise(viewer: Viewer, { createdById, authorIds }: ArticleFacts): boolean {
  const personId = personIdOf(viewer);
  if (viewer.kind === "anonymous" || personId === null) return false;
  return personId === createdById || authorIds.has(personId) || moderates(viewer);
}

/** Who looks after what others made. */
export function moderates(viewer: Viewer): boolean {
  return viewer.kind === "person" && viewer.role !== "reader";
}
