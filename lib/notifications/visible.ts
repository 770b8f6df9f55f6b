import { annotationsVisibleTo } from "../policy/annotation";
import type { Viewer } from "../policy/viewer";

/** The threads that the viewer may read: those under an annotation as the annotation, the others as their article. */
export function threadsVisibleTo(viewer: Viewer) {
  return { OR: [{ annotationId: null }, { annotation: { is: annotationsVisibleTo(viewer) } }] };
}
