import { AppError } from "../errors";
import { storable } from "../plain-text";
import { MAX_QUESTION_LENGTH, MAX_TERMS } from "./limits";

/** A word, a phrase or a run of characters, as it was typed. */
export type Term = { text: string; isExcluded: boolean };

/** What is asked for: every group has to be met, and any one term meets its group. */
export type Question = Term[][];

const quotationMarks = /[“”„‟″＂«»]/gu;
// Quoted up to the closing mark or the end; else up to the next space.
const part = /(-?)"([^"]*)"?|(\S+)/gu;
const something = /[\p{L}\p{N}]/u;

/**
 * Reads a question the way people type them: words are all wanted, "words in quotation marks" as a phrase, -words not at all, and
 * either side of “or”. What holds no letter or digit asks for nothing and is left out; nothing that is typed is a mistake.
 * @throws AppError "invalid" when it is too long or has too many parts
 */
export function parseQuestion(asked: string): Question {
  if (asked.length > MAX_QUESTION_LENGTH) {
    throw new AppError("invalid", `A search has at most ${MAX_QUESTION_LENGTH} characters; this one has ${asked.length}. Leave some out.`);
  }
  const question: Question = [];
  let isAlternative = false;
  for (const [, minus = "", phrase, bare = ""] of storable(asked).normalize("NFKC").replace(quotationMarks, '"').matchAll(part)) {
    const isWord = phrase === undefined;
    if (isWord && /^(or|\|)$/i.test(bare) && question.length > 0) {
      isAlternative = true;
      continue;
    }
    const term = isWord ? bareTerm(bare) : { text: phrase, isExcluded: minus === "-" };
    if (!something.test(term.text)) continue;
    const group = isAlternative ? question.at(-1) : undefined;
    if (group) group.push(term);
    else question.push([term]);
    isAlternative = false;
  }
  if (question.flat().length > MAX_TERMS) {
    throw new AppError(
      "invalid",
      `A search has at most ${MAX_TERMS} words or phrases. Leave some out, or put those that belong together in quotation marks.`,
    );
  }
  return question;
}

function bareTerm(bare: string): Term {
  const isExcluded = bare.length > 1 && bare.startsWith("-");
  return { text: isExcluded ? bare.slice(1) : bare, isExcluded };
}

/** The terms that a hit contains, as opposed to those it must not. */
export function wantedTerms(question: Question): string[] {
  return question.flat().flatMap(({ text, isExcluded }) => (isExcluded ? [] : text));
}
