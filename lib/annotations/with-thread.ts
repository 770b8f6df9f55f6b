import type { ShownThread } from "../threads/thread";
import type { AnchoredAnnotation } from "./annotation";

/** The annotation with what its thread, read anew, says of it; the same one when that is what it said. */
export function withThread(annotation: AnchoredAnnotation, { comments, total, critique }: ShownThread): AnchoredAnnotation {
  const gone = comments.filter((comment) => comment.is === "deleted").length;
  const replies = total - gone;
  const state = critique?.state ?? null;
  return annotation.replies === replies && annotation.critique === state ? annotation : { ...annotation, replies, critique: state };
}
