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
