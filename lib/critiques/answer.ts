import type { Block } from "../articles/reading";
import { type AnswerKind, answerKinds, type StepKind, stepsWithWords } from "./life";

/** A step that a person can choose: all but raising, which makes the critique. */
export type Choosable = Exclude<StepKind, "raise">;

/** In the order in which a form offers them: answers from the mildest on, then what needs no words. */
const offered: readonly Choosable[] = ["clarify", "concede", "rebut", "revise", "satisfy", "maintain", "withdraw", "reopen", "acknowledge"];

/** The steps that a viewer may take, in the order in which a form offers them. */
export function offeredSteps(can: readonly StepKind[]): Choosable[] {
  return offered.filter((kind) => can.includes(kind));
}

/** A step as it is chosen in a form and kept with its draft; of a revision, with the paragraph that meets the critique. */
export type Choice = { kind: Choosable; blockId: string | null };

export function choiceOf(stored: string | null): Choice | null {
  const [kind, blockId = null] = stored?.split(" ") ?? [];
  const known = offered.find((one) => one === kind);
  return known ? { kind: known, blockId } : null;
}

export function storedChoice({ kind, blockId }: Choice): string {
  return blockId === null ? kind : `${kind} ${blockId}`;
}

export function isAnswer(kind: StepKind): kind is AnswerKind {
  return answerKinds.some((answer) => answer === kind);
}

/** Whether the step can be taken with so much written: answers and the reason for opening again are words. */
export function needsWords(kind: Choosable): boolean {
  return stepsWithWords.has(kind);
}

/** The newest text of an article, to choose from it what was revised. */
export type RevisedText = { id: string; number: number; text: string; blocks: readonly Block[] };

/** The paragraphs that can be chosen: those that readers cite by a number. */
export function citable(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ number, start, end }) => number !== null && end > start);
}

/** The paragraph in which the critique's passage stands now; without one, the first. */
export function blockOfPassage(blocks: readonly Block[], start: number | null): Block | null {
  const choices = citable(blocks);
  return choices.find((block) => start !== null && block.start <= start && start < block.end) ?? choices[0] ?? null;
}

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** Words of any script, as its readers would count them. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count++;
  return count;
}
