import type { Audience, TagInput } from "../annotations/schema";

/** All of an annotation that can be changed. What it is about, and whose it is, cannot. */
export type AnnotationState = {
  /** in the order in which they were chosen */
  tags: readonly TagInput[];
  /** null when there is none, never empty */
  note: string | null;
  audience: Audience;
  isDeleted: boolean;
};

/** What came of a change of one or many. */
export type Changed = {
  /** those that say something else now, with their new versions */
  changed: { annotationId: string; version: number }[];
  /** how many of the others were so already, or did not carry the framework */
  unchanged: number;
};

export const changeKinds = ["edit", "delete", "restore"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What is done to an annotation that says `before` and is to say `after`. */
export function kindOf(before: Pick<AnnotationState, "isDeleted">, after: Pick<AnnotationState, "isDeleted">): ChangeKind {
  if (before.isDeleted === after.isDeleted) return "edit";
  return after.isDeleted ? "delete" : "restore";
}

/** Nothing would change: the same tags in the same order, the same words, audience and being there. */
export function isSame(a: AnnotationState, b: AnnotationState): boolean {
  return a.note === b.note && a.audience === b.audience && a.isDeleted === b.isDeleted && haveSameTags(a.tags, b.tags);
}

function haveSameTags(a: readonly TagInput[], b: readonly TagInput[]): boolean {
  return a.length === b.length && a.every((tag, index) => tag.frameworkId === b[index]?.frameworkId && tag.stance === b[index]?.stance);
}
