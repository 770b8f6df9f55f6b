import { plural } from "../format";
import type { Actor, CritiqueState, StepKind } from "./life";
import type { CritiqueKind } from "./schema";

/** How pages name states, kinds and steps. */
export const stateWords: Record<CritiqueState, string> = {
  open: "Open",
  acknowledged: "Acknowledged",
  conceded: "Conceded",
  rebutted: "Rebutted",
  clarified: "Clarified",
  revised: "Revised",
  satisfied: "Satisfied",
  maintained: "Maintained",
  withdrawn: "Withdrawn",
};

/** What a critique objects to, in a word for a list. */
export const kindWords: Record<CritiqueKind, string> = {
  evidence: "Evidence",
  reasoning: "Reasoning",
  framework: "Framework",
  undercut: "Undercut",
  other: "Other",
};

/** The same as a sentence, for who chooses it and for who reads what was chosen. */
export const kindSentences: Record<CritiqueKind, string> = {
  evidence: "The evidence does not carry it",
  reasoning: "The conclusion does not follow",
  framework: "The framework is used wrongly",
  undercut: "The passage does not bear on the framework",
  other: "Something else",
};

/** What somebody did, after their name: “Aiko Brandt conceded”. */
export const stepWords: Record<StepKind, string> = {
  raise: "asked for an answer",
  acknowledge: "has read it and will answer",
  concede: "conceded",
  rebut: "rebutted",
  clarify: "clarified",
  revise: "revised the text",
  satisfy: "is satisfied",
  maintain: "maintains it",
  withdraw: "withdrew it",
  reopen: "opened it again",
};

/** What a button says that takes the step. */
export const stepOffers: Record<Exclude<StepKind, "raise">, string> = {
  acknowledge: "Acknowledge",
  concede: "Concede",
  rebut: "Rebut",
  clarify: "Clarify",
  revise: "Revise",
  satisfy: "Satisfied",
  maintain: "Maintain",
  withdraw: "Withdraw",
  reopen: "Open again",
};

/** What taking the step means, for who is about to. */
export const stepHints: Record<Exclude<StepKind, "raise">, string> = {
  acknowledge: "you have read it, and an answer will come",
  concede: "the critic is right, in whole or in part",
  rebut: "the objection does not hold",
  clarify: "the text means something else than was read",
  revise: "a newer text meets it",
  satisfy: "the answer settles it",
  maintain: "the answer does not settle it; both stand side by side",
  withdraw: "you no longer ask for an answer",
  reopen: "it waits for the author again",
};

/** Whose turn it is. */
export function waitWords(waitsFor: Actor | null): string {
  if (waitsFor === null) return "Settled";
  return waitsFor === "author" ? "Waits for the author" : "Waits for its critic";
}

const spelled = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A number within a sentence: spelled up to twelve. */
export function inWords(count: number, words: { one: string; other: string }): string {
  const word = spelled[count];
  return word === undefined ? plural(count, words) : `${word} ${count === 1 ? words.one : words.other}`;
}
