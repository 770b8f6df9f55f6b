import type { Audience } from "../annotations/schema";
import { personIdOf, type Viewer } from "./viewer";

export type AnnotationFacts = { personId: string; audience: Audience; isDeleted: boolean };

/** May the viewer do this to the annotation? What they may not read does not exist for them. */
export function canAnnotation(viewer: Viewer, operation: "read" | "edit" | "remove" | "restore", annotation: AnnotationFacts): boolean {
  const isMaker = personIdOf(viewer) === annotation.personId;
  switch (operation) {
    case "read":
      return !annotation.isDeleted && (annotation.audience === "everyone" || isMaker);
    case "edit":
    case "remove":
      return !annotation.isDeleted && isMaker;
    case "restore":
      return annotation.isDeleted && isMaker;
  }
}

/** The same as `canAnnotation(viewer, "read", …)`, as a filter for lists; a property test on the database holds them equal. */
export function annotationsVisibleTo(viewer: Viewer) {
  const personId = personIdOf(viewer);
  const everyones = { audience: "everyone" as const };
  return { deletedAt: null, OR: personId === null ? [everyones] : [everyones, { personId }] };
}

/**
 * May the viewer see what the annotation said in one of its states? Its maker sees all of them. Everybody else sees those
 * that they could have read at the time, of an annotation that they may read now: what was written for fewer people stays
 * unseen when the annotation is opened to more, and what was taken away is taken away with all it said.
 */
export function canReadState(viewer: Viewer, annotation: AnnotationFacts, state: Pick<AnnotationFacts, "audience" | "isDeleted">): boolean {
  if (!canAnnotation(viewer, "read", annotation)) return false;
  return personIdOf(viewer) === annotation.personId || canAnnotation(viewer, "read", { ...annotation, ...state });
}
