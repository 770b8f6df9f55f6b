export type Role = "reader" | "curator" | "admin";

/** Who is looking. Anonymous is a value, so that no rule has to remember null. */
export type Viewer = { kind: "anonymous" } | { kind: "person"; personId: string; displayName: string; role: Role; sessionId: string };

export const anonymous: Viewer = { kind: "anonymous" };

/** The viewer's person id, or null for the anonymous viewer. */
export function personIdOf(viewer: Viewer): string | null {
  return viewer.kind === "person" ? viewer.personId : null;
}
