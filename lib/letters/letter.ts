import { type AnswerKind, answerKinds, type StepKind } from "../critiques/life";
import type { CritiqueKind, ShownCritique, ShownStep } from "../critiques/schema";
import type { RichBlock } from "../markdown/rich";

export const letterOrders = ["paragraph", "critic"] as const;
/** As the text runs, or everything that one critic said together. */
export type LetterOrder = (typeof letterOrders)[number];

/** What a letter says of a critique: what the desk knows of it, or part of that. */
export type LetterCritique = Pick<ShownCritique, "id" | "kind" | "frameworkId" | "state" | "critic"> & {
  steps: readonly (Pick<ShownStep, "number" | "kind" | "commentId" | "revised" | "at"> & { person: { name: string } })[];
  /** ISO 8601, UTC */
  createdAt: string;
  /** null for a critique of the article as a whole; `revision` where it has no place in the newest text: the last that it stands in */
  passage: { start: number; quote: string; paragraph: number | null; revision?: number } | null;
  /** the critic's words */
  body: RichBlock[];
  /** by a moderator */
  isHidden: boolean;
  /** the words of its steps, by comment; those that were removed are missing */
  words: Readonly<Record<string, { body: RichBlock[]; isHidden: boolean }>>;
};

export type LetterArticle = { title: string; language: string; authors: string[]; citation: string | null; revision: number };

/** Something that happened to a critique after it was raised. */
export type Turn = {
  kind: StepKind;
  person: string;
  at: string;
  /** null where the step has no words, or they are no longer shown */
  body: RichBlock[] | null;
  revised: { number: number; quote: string; paragraph: number | null } | null;
};

export type Outcome = AnswerKind | "withdraw" | null;

export type LetterItem = {
  id: string;
  /** one count through the whole letter: what the letter's readers cite */
  number: number;
  critic: string;
  kind: CritiqueKind;
  framework: string | null;
  raisedAt: string;
  passage: { quote: string; paragraph: number | null; revision: number | null } | null;
  /** null where they are hidden */
  body: RichBlock[] | null;
  turns: Turn[];
  /** the answer that stands, or that it was withdrawn; null while it waits for an answer */
  outcome: Outcome;
};

export type LetterCounts = Record<AnswerKind | "withdraw" | "open" | "satisfied" | "maintained" | "critiques" | "readers", number>;

/** A response letter, before it is put into words. */
export type Letter = {
  article: LetterArticle;
  /** ISO 8601, UTC */
  date: string;
  order: LetterOrder;
  counts: LetterCounts;
  /** what was answered or withdrawn; one group with the critic's name for each critic, or one without */
  groups: { critic: string | null; items: LetterItem[] }[];
  /** what waits for an answer, at the end */
  open: LetterItem[];
};

function outcomeOf({ state, steps }: LetterCritique): Outcome {
  if (state === "withdrawn") return "withdraw";
  if (state === "open" || state === "acknowledged") return null;
  return answerKinds.find((kind) => kind === steps.findLast((step) => answerKinds.some((answer) => answer === step.kind))?.kind) ?? null;
}

/** A letter goes out into the world: what a moderator has hidden is not in it, whoever takes it and could read it here. */
function wordsIn(said: { body: RichBlock[]; isHidden: boolean } | undefined): RichBlock[] | null {
  return said === undefined || said.isHidden ? null : said.body;
}

/** Steps that a journal wants to read of: that somebody has seen a critique is none, once it is answered. */
function turnsOf({ steps, words, state }: LetterCritique): Turn[] {
  return steps
    .filter(({ kind }) => kind !== "raise" && (kind !== "acknowledge" || state === "acknowledged"))
    .map(({ kind, person, at, commentId, revised }) => ({
      kind,
      person: person.name,
      at,
      body: commentId === null ? null : wordsIn(words[commentId]),
      revised: revised && { number: revised.number, quote: revised.quote, paragraph: revised.paragraph },
    }));
}

/** What is said of the whole article first, then as the text runs; of one passage the older first. */
function inTheText(a: LetterCritique, b: LetterCritique): number {
  return (a.passage?.start ?? -1) - (b.passage?.start ?? -1) || a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);
}

/** The critics in the order in which they first spoke. */
function criticsOf(critiques: readonly LetterCritique[]): string[] {
  return [...new Set(critiques.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).map(({ critic }) => critic.name))];
}

function countsOf(critiques: readonly LetterCritique[]): LetterCounts {
  const outcomes = critiques.map(outcomeOf);
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  const inState = (state: string) => critiques.filter((critique) => critique.state === state).length;
  return {
    concede: count("concede"),
    rebut: count("rebut"),
    clarify: count("clarify"),
    revise: count("revise"),
    withdraw: count("withdraw"),
    open: count(null),
    satisfied: inState("satisfied"),
    maintained: inState("maintained"),
    critiques: critiques.length,
    readers: criticsOf(critiques).length,
  };
}

/**
 * A letter that answers an article's critiques, as journals expect one: each with its passage, what was said against it, every answer,
 * what changed and where, and what the critic said in the end. What is still open stands last.
 * @param date of the letter: ISO 8601, UTC
 * @param frameworkName the label of a framework, or null for an unknown one
 */
export function letterOf(
  article: LetterArticle,
  critiques: readonly LetterCritique[],
  { order, date, frameworkName }: { order: LetterOrder; date: string; frameworkName: (id: string) => string | null },
): Letter {
  const sorted = critiques.toSorted(inTheText);
  const critics = criticsOf(critiques);
  const byCritic = critics.flatMap((name) => sorted.filter(({ critic }) => critic.name === name));
  const all = order === "critic" ? byCritic : sorted;
  const [closed, open] = [all.filter((one) => outcomeOf(one) !== null), all.filter((one) => outcomeOf(one) === null)];
  const items = [...closed, ...open].map(
    (critique, index): LetterItem => ({
      id: critique.id,
      number: index + 1,
      critic: critique.critic.name,
      kind: critique.kind,
      framework: critique.frameworkId === null ? null : frameworkName(critique.frameworkId),
      raisedAt: critique.createdAt,
      passage: critique.passage && {
        quote: critique.passage.quote,
        paragraph: critique.passage.paragraph,
        revision: critique.passage.revision ?? null,
      },
      body: wordsIn(critique),
      turns: turnsOf(critique),
      outcome: outcomeOf(critique),
    }),
  );
  const answered = items.slice(0, closed.length);
  const groups =
    order === "critic"
      ? critics
          .map((critic) => ({ critic, items: answered.filter((item) => item.critic === critic) }))
          .filter((group) => group.items.length > 0)
      : answered.length > 0
        ? [{ critic: null, items: answered }]
        : [];
  return { article, date, order, counts: countsOf(critiques), groups, open: items.slice(closed.length) };
}
