import { z } from "zod";
import { commentTextSchema } from "../threads/schema";
import { type Actor, type CritiqueState, type StepKind, stepKinds } from "./life";

export const critiqueKinds = ["evidence", "reasoning", "framework", "undercut", "other"] as const;
/** What it objects to. Undercut: "this passage does not bear on that framework". */
export type CritiqueKind = (typeof critiqueKinds)[number];

export const raiseCritiqueSchema = z.object({
  subject: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("annotation"), id: z.uuid() }),
    z.object({ kind: z.literal("comment"), id: z.uuid() }),
  ]),
  kind: z.enum(critiqueKinds),
  /** one that the annotation carries, where the kind is the framework used or an undercut; else null */
  frameworkId: z.uuid().nullable(),
});
export type RaiseCritique = z.infer<typeof raiseCritiqueSchema>;

export const takeStepSchema = z.object({
  critiqueId: z.uuid(),
  kind: z.enum(stepKinds).exclude(["raise"]),
  /** how many steps the person saw; more in the database is a conflict */
  stepCount: z.number().int().min(1),
  /** an answer, or the reason; needed for the kinds in `stepsWithWords` */
  text: commentTextSchema.nullable(),
  /** from the browser: sent twice, the step is taken once */
  requestId: z.uuid(),
  /** where the kind is "revise": [start, end) in UTF-16 code units into that revision's text */
  revised: z.object({ revisionId: z.uuid(), start: z.number().int().min(0), end: z.number().int().min(1) }).nullable(),
});
export type TakeStep = z.infer<typeof takeStepSchema>;

/** A step as pages show it. */
export type ShownStep = {
  number: number;
  kind: StepKind;
  actor: Actor;
  to: CritiqueState;
  person: { name: string; isViewer: boolean };
  /** the comment that says why or answers */
  commentId: string | null;
  /** of a revision: where to read what changed */
  revised: { number: number; quote: string; passageId: string /** ¶ */; paragraph: number | null } | null;
  /** ISO 8601, UTC */
  at: string;
};

/** A critique as pages show it, to one viewer. */
export type ShownCritique = {
  id: string;
  kind: CritiqueKind;
  frameworkId: string | null;
  state: CritiqueState;
  stepCount: number;
  critic: { name: string; isViewer: boolean };
  steps: ShownStep[];
  waitsFor: Actor | null;
  /** the steps that the viewer may take now */
  can: StepKind[];
};
