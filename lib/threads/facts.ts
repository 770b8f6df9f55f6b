import type { Audience } from "../annotations/schema";
import type { ThreadFacts } from "../policy/thread";

/** A thread's facts for the policy, from the annotation under which it stands; null: it stands under a claim or the article. */
export function threadFactsOf(annotation: { personId: string; audience: Audience; deletedAt: Date | null } | null): ThreadFacts {
  return { annotation: annotation && { ...annotation, isDeleted: annotation.deletedAt !== null } };
}
