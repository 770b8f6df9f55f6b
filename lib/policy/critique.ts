import { type Actor, type CritiqueState, type StepKind, stepsFrom } from "../critiques/life";
import { personIdOf, type Viewer } from "./viewer";

export type CritiqueFacts = {
  criticId: string;
  state: CritiqueState;
  /** the people behind the article's bylines */
  authorIds: ReadonlySet<string>;
};

/** As whom the viewer moves the critique; null when it is not theirs to move. A critic stays one, whoever they turn out to be. */
export function actorIn(viewer: Viewer, { criticId, authorIds }: CritiqueFacts): Actor | null {
  const personId = personIdOf(viewer);
  if (personId === null) return null;
  if (personId === criticId) return "critic";
  return authorIds.has(personId) ? "author" : null;
}

/** The steps that the viewer may take now. */
export function stepsOpenTo(viewer: Viewer, critique: CritiqueFacts): StepKind[] {
  const actor = actorIn(viewer, critique);
  return actor === null ? [] : stepsFrom(critique.state, actor);
}

export type RaisingFacts = {
  /** who made the annotation, wrote the comment, or proved to be the commenter who did */
  makerId: string | null;
  /** everyone may read it: a critique that its author cannot see asks nobody */
  isPublic: boolean;
  /** deleted or hidden */
  isGone: boolean;
  isCritique: boolean;
  /** it moved another critique */
  isStep: boolean;
  authorIds: ReadonlySet<string>;
};

/** May the viewer make a critique of it? What they made themselves, of somebody else's article, once. */
export function canRaise(viewer: Viewer, { makerId, isPublic, isGone, isCritique, isStep, authorIds }: RaisingFacts): boolean {
  const personId = personIdOf(viewer);
  if (personId === null || personId !== makerId || authorIds.has(personId)) return false;
  return isPublic && !isGone && !isCritique && !isStep;
}
