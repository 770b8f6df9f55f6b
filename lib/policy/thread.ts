import { type AnnotationFacts, annotationsVisibleTo, canAnnotation } from "./annotation";
import { personIdOf, type Viewer } from "./viewer";

/** A thread is as public as the annotation under which it stands; null: under a claim or the article, which everybody may read. */
export type ThreadFacts = { annotation: AnnotationFacts | null };

/** Who may read a thread may answer in it, once signed in. */
export function canThread(viewer: Viewer, operation: "read" | "reply", { annotation }: ThreadFacts): boolean {
  if (operation === "reply" && viewer.kind === "anonymous") return false;
  return annotation === null || canAnnotation(viewer, "read", annotation);
}

/** The same as `canThread(viewer, "read", …)`, as a filter for lists; a test on the database holds them equal. */
export function threadsVisibleTo(viewer: Viewer) {
  return { OR: [{ annotationId: null }, { annotation: { is: annotationsVisibleTo(viewer) } }] };
}

export type CommentFacts = {
  /** the person who wrote it here; null for one that was imported, which stays as it was */
  writerId: string | null;
  isDeleted: boolean;
  isHidden: boolean;
  /** a critique, or the word with which one was moved: its former wordings stay in sight, and it stays */
  isRecord: boolean;
};

/** May the viewer do this to a comment? Only its writer, and only where they may read it. */
export function canComment(viewer: Viewer, operation: "edit" | "remove" | "restore", thread: ThreadFacts, comment: CommentFacts): boolean {
  const isWriter = personIdOf(viewer) !== null && personIdOf(viewer) === comment.writerId;
  if (!isWriter || !canThread(viewer, "read", thread)) return false;
  switch (operation) {
    case "edit":
      return !comment.isDeleted && !comment.isHidden;
    case "remove":
      return !comment.isDeleted && !comment.isRecord;
    case "restore":
      return comment.isDeleted;
  }
}
