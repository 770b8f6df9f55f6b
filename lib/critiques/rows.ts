import { stepsOpenTo } from "../policy/critique";
import { personIdOf, type Viewer } from "../policy/viewer";
import type { Actor, CritiqueState, StepKind } from "./life";
import { waitsFor } from "./life";
import type { CritiqueKind, ShownCritique } from "./schema";

/** What is read of a critique to show it. */
export const critiqueSelect = {
  id: true,
  kind: true,
  frameworkId: true,
  state: true,
  stepCount: true,
  critic: { select: { id: true, displayName: true } },
  steps: {
    select: {
      number: true,
      kind: true,
      actor: true,
      toState: true,
      commentId: true,
      at: true,
      person: { select: { id: true, displayName: true } },
      passage: {
        select: { id: true, quote: true, revision: { select: { number: true } }, block: { select: { number: true } } },
      },
    },
    orderBy: { number: "asc" },
  },
} as const;

type Named = { id: string; displayName: string };

export type CritiqueRow = {
  id: string;
  kind: CritiqueKind;
  frameworkId: string | null;
  state: CritiqueState;
  stepCount: number;
  critic: Named;
  steps: {
    number: number;
    kind: StepKind;
    actor: Actor;
    toState: CritiqueState;
    commentId: string | null;
    at: Date;
    person: Named;
    passage: { id: string; quote: string; revision: { number: number }; block: { number: number | null } } | null;
  }[];
};

/** The critique as pages show it to the viewer, with the steps that they may take. */
export function shownCritique(viewer: Viewer, row: CritiqueRow, authorIds: ReadonlySet<string>): ShownCritique {
  const { id, kind, frameworkId, state, stepCount, critic, steps } = row;
  const facts = { criticId: critic.id, state, authorIds };
  const named = (person: Named) => ({ name: person.displayName, isViewer: personIdOf(viewer) === person.id });
  return {
    ...{ id, kind, frameworkId, state, stepCount },
    critic: named(critic),
    steps: steps.map(({ number, kind, actor, toState, commentId, at, person, passage }) => ({
      ...{ number, kind, actor, commentId },
      to: toState,
      person: named(person),
      revised: passage && {
        number: passage.revision.number,
        quote: passage.quote,
        passageId: passage.id,
        paragraph: passage.block.number,
      },
      at: at.toISOString(),
    })),
    waitsFor: waitsFor(state),
    can: stepsOpenTo(viewer, facts),
  };
}
