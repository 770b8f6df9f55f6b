import { MAX_TAGS } from "../annotations/limits";
import type { TagInput } from "../annotations/schema";
import type { ManyChange } from "./schema";
import type { AnnotationState } from "./state";

/** What an annotation says after the change; or why it cannot be done to this one. What it does not concern stays as it is. */
export type Outcome = { state: AnnotationState } | { refusal: "last-framework" | "too-many" };

/** One change of many annotations, as it is done to one of them. */
export function changed(before: AnnotationState, change: ManyChange): Outcome {
  switch (change.kind) {
    case "addFramework":
      return add(before, change);
    case "replaceFramework":
      return withTags(before, replaced(before.tags, change.frameworkId, change.by));
    case "removeFramework":
      return withTags(
        before,
        before.tags.filter((tag) => tag.frameworkId !== change.frameworkId),
      );
    case "stance":
      return withTags(
        before,
        before.tags.map((tag) =>
          change.frameworkId === null || tag.frameworkId === change.frameworkId ? { ...tag, stance: change.stance } : tag,
        ),
      );
    case "audience":
      return { state: { ...before, audience: change.audience } };
    case "delete":
      return { state: { ...before, isDeleted: true } };
  }
}

/** A framework that is there already keeps the stance it has: turning it around is another change. */
function add(before: AnnotationState, { frameworkId, stance }: TagInput): Outcome {
  if (before.tags.some((tag) => tag.frameworkId === frameworkId)) return { state: before };
  if (before.tags.length >= MAX_TAGS) return { refusal: "too-many" };
  return { state: { ...before, tags: [...before.tags, { frameworkId, stance }] } };
}

/** In its place and with its stance; where the other one is there already, that one stays and the first goes. */
function replaced(tags: readonly TagInput[], frameworkId: string, by: string): readonly TagInput[] {
  if (frameworkId === by) return tags;
  const isThere = tags.some((tag) => tag.frameworkId === by);
  return tags.flatMap((tag) => (tag.frameworkId !== frameworkId ? [tag] : isThere ? [] : [{ ...tag, frameworkId: by }]));
}

function withTags(before: AnnotationState, tags: readonly TagInput[]): Outcome {
  return tags.length === 0 ? { refusal: "last-framework" } : { state: { ...before, tags } };
}
