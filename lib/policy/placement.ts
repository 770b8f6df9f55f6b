import type { Audience } from "../annotations/schema";
import { moderates } from "./article";
import { personIdOf, type Viewer } from "./viewer";

/** What is carried: an annotation with its audience, or a claim, which is public with its article. */
export type CarriedFacts = { makerId: string | null; audience: Audience; isDeleted: boolean };

/**
 * May the viewer say where a passage stands in a new text? Its maker always; of what everyone sees, curators and admins too. What its
 * maker has deleted waits for nobody.
 */
export function canPlace(viewer: Viewer, { makerId, audience, isDeleted }: CarriedFacts): boolean {
  if (isDeleted) return false;
  const personId = personIdOf(viewer);
  return (personId !== null && personId === makerId) || (audience === "everyone" && moderates(viewer));
}

/** The same as `canPlace`, as a filter of the passages to which it applies; a property test on the database holds them equal. */
export function rootsToPlaceBy(viewer: Viewer) {
  const personId = personIdOf(viewer);
  if (personId === null) return { id: { in: [] } };
  const mine = [{ annotation: { is: { personId, deletedAt: null } } }, { claim: { is: { createdById: personId } } }];
  const everyones = [{ annotation: { is: { audience: "everyone" as const, deletedAt: null } } }, { claim: { isNot: null } }];
  return { OR: moderates(viewer) ? [...mine, ...everyones] : mine };
}
