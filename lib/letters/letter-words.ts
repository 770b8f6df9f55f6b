import type { StepKind } from "../critiques/life";
import { listFormat } from "../format";
import type { Letter, LetterItem, Turn } from "./letter";
import { capitalised, numberWord } from "./number-words";

/** “three critiques”, “one critique” */
const counted = (count: number, one: string, other: string) => `${numberWord(count)} ${count === 1 ? one : other}`;

function answersIn({ counts, article }: Letter): string {
  const isOne = article.authors.length === 1;
  const done = [
    counts.concede > 0 && `concede ${numberWord(counts.concede)}`,
    counts.rebut > 0 && `rebut ${numberWord(counts.rebut)}`,
    counts.clarify > 0 && `clarify ${numberWord(counts.clarify)}`,
    counts.revise > 0 && `have revised the text for ${numberWord(counts.revise)}`,
  ].filter((part) => part !== false);
  const withdrawn =
    counts.withdraw > 0 &&
    `${counts.withdraw === 1 ? "one was withdrawn by its critic" : `${numberWord(counts.withdraw)} were withdrawn by their critics`}`;
  const answers = done.length > 0 ? `${isOne ? "I" : "We"} ${listFormat(done)}` : false;
  return [answers, withdrawn].filter((part) => part !== false).join("; ");
}

function endsIn({ counts }: Letter): string {
  const satisfied =
    counts.satisfied > 0 &&
    (counts.satisfied === 1 ? "one answer satisfied its critic" : `${numberWord(counts.satisfied)} answers satisfied their critics`);
  const maintained = counts.maintained > 0 && `${counted(counts.maintained, "critique is", "critiques are")} maintained`;
  return listFormat([satisfied, maintained].filter((part) => part !== false));
}

function openIn({ counts }: Letter): string {
  if (counts.open === 0) return "none remains open";
  const isAll = counts.open === counts.critiques;
  if (isAll) return counts.open === 1 ? "it is still open, and is listed below" : "all are still open, and are listed below";
  return counts.open === 1
    ? "one remains open and is listed at the end"
    : `${numberWord(counts.open)} remain open and are listed at the end`;
}

/** The letter's first paragraph: how many said how much, and what became of it. In the authors’ voice. */
export function openingOf(letter: Letter): string {
  const { counts, article } = letter;
  if (counts.critiques === 0) return "No reader has raised a critique of this article yet.";
  const thanks = `${article.authors.length === 1 ? "I am" : "We are"} grateful to ${counted(counts.readers, "reader", "readers")} for ${counted(counts.critiques, "critique", "critiques")}`;
  return [thanks, answersIn(letter), endsIn(letter), openIn(letter)]
    .filter((sentence) => sentence !== "")
    .map((sentence) => `${capitalised(sentence)}.`)
    .join(" ");
}

/** “Jonas Eklund, ¶ 2”; with the revision where the passage is no longer in the newest */
export function itemHeading({ critic, passage }: LetterItem): string {
  if (passage === null) return critic;
  const place = [
    passage.paragraph !== null && `¶ ${passage.paragraph}`,
    passage.revision !== null && `${passage.paragraph === null ? "in" : "of"} revision ${passage.revision}`,
  ].filter((part) => part !== false);
  return place.length === 0 ? critic : `${critic}, ${place.join(" ")}`;
}

/** What a critique objects to, as a sentence without its full stop. */
export function kindOf({ kind, framework }: LetterItem): string {
  switch (kind) {
    case "evidence":
      return "On the evidence";
    case "reasoning":
      return "On the reasoning";
    case "framework":
      return framework === null ? "On the framework used" : `On the use of ${framework}`;
    case "undercut":
      return `That the passage does not bear on ${framework ?? "the framework"}`;
    case "other":
      return "On another point";
  }
}

const took: Record<Exclude<StepKind, "raise">, (person: string) => string> = {
  acknowledge: (person) => `${person} has seen it and will answer`,
  concede: (person) => `${person} concedes`,
  rebut: (person) => `${person} rebuts`,
  clarify: (person) => `${person} clarifies`,
  revise: (person) => `${person} has revised the text`,
  satisfy: (person) => `${person} is satisfied`,
  maintain: (person) => `${person} maintains the critique`,
  withdraw: (person) => `${person} withdrew the critique`,
  reopen: (person) => `${person} opened it again`,
};

/** “Nathan Novak concedes” */
export function turnHeading({ kind, person }: Turn): string {
  return kind === "raise" ? `${person} raised it` : took[kind](person);
}

/** “Changed in revision 4, ¶ 7:” before the new words */
export function changeOf({ number, paragraph }: NonNullable<Turn["revised"]>): string {
  return paragraph === null ? `Changed in revision ${number}:` : `Changed in revision ${number}, ¶ ${paragraph}:`;
}
