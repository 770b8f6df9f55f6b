import { personIdOf, type Viewer } from "./viewer";

/** Of the article under which the name stands: who added it; null where it came by the command line, or they are gone. */
export type NamedFacts = { createdById: string | null };

/** Whoever is signed in may say that a name that nobody is linked to is theirs. */
export function canRequest(viewer: Viewer, { isLinked }: { isLinked: boolean }): boolean {
  return viewer.kind === "person" && !isLinked;
}

/** Who looks after which people are whom: admins, of all articles. */
export function attributes(viewer: Viewer): boolean {
  return viewer.kind === "person" && viewer.role === "admin";
}

/** May the viewer link names of the article to people? Admins, and who brought the article in. */
export function canLink(viewer: Viewer, { createdById }: NamedFacts): boolean {
  const personId = personIdOf(viewer);
  return personId !== null && (attributes(viewer) || personId === createdById);
}

/**
 * May the viewer link this person? Who brought the article in: themselves, and people who took part in it where everyone sees it. An admin:
 * everybody but themselves.
 */
export function canLinkPerson(
  viewer: Viewer,
  article: NamedFacts,
  { personId, tookPart }: { personId: string; tookPart: boolean },
): boolean {
  const viewerId = personIdOf(viewer);
  if (!canLink(viewer, article)) return false;
  if (viewerId === article.createdById && (tookPart || personId === viewerId)) return true;
  return attributes(viewer) && personId !== viewerId;
}

/** May the viewer confirm or decline what a person asked for? An admin, but nobody in their own cause, the only admin neither. */
export function canDecide(viewer: Viewer, { personId }: { personId: string }): boolean {
  return attributes(viewer) && personIdOf(viewer) !== personId;
}

/** May the viewer end it? What is only asked for, the person who asks; a link also an admin, and who brought the article in. */
export function canEnd(
  viewer: Viewer,
  { createdById }: NamedFacts,
  { personId, state }: { personId: string; state: "requested" | "confirmed" | "declined" | "ended" },
): boolean {
  const viewerId = personIdOf(viewer);
  if (viewerId === null) return false;
  if (state === "requested") return viewerId === personId;
  return state === "confirmed" && (viewerId === personId || canLink(viewer, { createdById }));
}
