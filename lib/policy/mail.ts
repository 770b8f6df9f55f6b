import type { Viewer } from "./viewer";

/** The outbox names people with their addresses: it is for who manages people. */
export function canSeeOutbox(viewer: Viewer): boolean {
  return viewer.kind === "person" && viewer.role === "admin";
}
