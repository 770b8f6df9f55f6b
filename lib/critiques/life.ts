/**
 * The life of a critique, as one table: which step leads from which state to which, and whose step it is. The same table stands in the
 * database (critique_rule), which takes no other step; a test holds the two equal.
 */
export const critiqueStates = [
  "open",
  "acknowledged",
  "conceded",
  "rebutted",
  "clarified",
  "revised",
  "satisfied",
  "maintained",
  "withdrawn",
] as const;
export type CritiqueState = (typeof critiqueStates)[number];

/** The person who raised the critique, or one of the article's authors. Nobody else moves it. */
export type Actor = "critic" | "author";

export const stepKinds = [
  "raise",
  "acknowledge",
  "concede",
  "rebut",
  "clarify",
  "revise",
  "satisfy",
  "maintain",
  "withdraw",
  "reopen",
] as const;
export type StepKind = (typeof stepKinds)[number];

/** What an author can answer. */
export const answerKinds = ["concede", "rebut", "clarify", "revise"] as const satisfies StepKind[];
export type AnswerKind = (typeof answerKinds)[number];

/** A step that is taken with a word of the person's: an answer, or the reason for opening it again. */
export const stepsWithWords: ReadonlySet<StepKind> = new Set([...answerKinds, "reopen"]);

export type Rule = { kind: StepKind; actor: Actor /** null: there was no critique */; from: CritiqueState | null; to: CritiqueState };

const answered = ["conceded", "rebutted", "clarified", "revised"] as const satisfies CritiqueState[];
const answerable = ["open", "acknowledged", ...answered] as const satisfies CritiqueState[];
const ended = ["satisfied", "maintained", "withdrawn"] as const satisfies CritiqueState[];

const steps = (kind: StepKind, actor: Actor, from: readonly CritiqueState[], to: CritiqueState): Rule[] =>
  from.map((state) => ({ kind, actor, from: state, to }));

export const rules: readonly Rule[] = [
  { kind: "raise", actor: "critic", from: null, to: "open" },
  ...steps("acknowledge", "author", ["open"], "acknowledged"),
  // An author may answer anew before the critic has spoken: who concedes today may revise the text next week.
  ...steps("concede", "author", answerable, "conceded"),
  ...steps("rebut", "author", answerable, "rebutted"),
  ...steps("clarify", "author", answerable, "clarified"),
  ...steps("revise", "author", answerable, "revised"),
  // Only the critic says how it ended; who maintained may still be won over.
  ...steps("satisfy", "critic", [...answered, "maintained"], "satisfied"),
  ...steps("maintain", "critic", answered, "maintained"),
  ...steps("withdraw", "critic", [...answerable, "maintained"], "withdrawn"),
  ...(["critic", "author"] as const).flatMap((actor) => steps("reopen", actor, [...answered, ...ended], "open")),
];

/** Where the step leads, or null when it is none that this actor may take from there. */
export function next(from: CritiqueState | null, kind: StepKind, actor: Actor): CritiqueState | null {
  return rules.find((rule) => rule.from === from && rule.kind === kind && rule.actor === actor)?.to ?? null;
}

/** The steps that the actor may take from a state, in the order of `stepKinds`. */
export function stepsFrom(from: CritiqueState, actor: Actor): StepKind[] {
  return stepKinds.filter((kind) => next(from, kind, actor) !== null);
}

/** Whose turn it is; nobody's when it has ended. */
export function waitsFor(state: CritiqueState): Actor | null {
  if (state === "open" || state === "acknowledged") return "author";
  return isEnded(state) ? null : "critic";
}

/** Whether the critic has said how it ended. */
export function isEnded(state: CritiqueState): boolean {
  return ended.some((end) => end === state);
}

/** Whether an author has answered it and nobody has spoken since. */
export function isAnswered(state: CritiqueState): boolean {
  return answered.some((answer) => answer === state);
}
