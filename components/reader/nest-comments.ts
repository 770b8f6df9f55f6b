import type { ShownComment } from "@/lib/threads/thread";

export type NestedComment = { comment: ShownComment; replies: NestedComment[] };

/** A thread's comments as a tree, in their order. One whose parent is not there begins the thread; none is lost. */
export function nestComments(comments: readonly ShownComment[]): NestedComment[] {
  const nodes = new Map<string, NestedComment>();
  const roots: NestedComment[] = [];
  for (const comment of comments) {
    const node: NestedComment = { comment, replies: [] };
    // A parent stands before its replies, so a comment can never come to lie under itself.
    const parent = comment.parentId === null ? undefined : nodes.get(comment.parentId);
    (parent ? parent.replies : roots).push(node);
    nodes.set(comment.id, node);
  }
  return roots;
}
