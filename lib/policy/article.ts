import type { Viewer } from "./viewer";

/** Whoever is signed in may annotate what they may read. */
export function canAnnotate(viewer: Viewer): boolean {
  return viewer.kind === "person";
}

/** Whoever is signed in may bring in an article. */
export function canImport(viewer: Viewer): boolean {
  return viewer.kind === "person";
}
