import { type StepKind, stepsWithWords } from "../critiques/life";
import { listFormat } from "../format";
import type { RichBlock } from "../markdown/rich";
import type { Letter, LetterItem, Turn } from "./letter";
import { changeOf, itemHeading, kindOf, openingOf, turnHeading } from "./letter-words";

/** A piece of the letter as it is read, from top to bottom. Every format prints these and nothing else, so that all say the same. */
export type Part =
  | { kind: "title"; text: string }
  | { kind: "heading"; level: 2 | 3; text: string /** of the critique */; id: string | null }
  /** `label`: who speaks; `note`: what stands beside the words */
  | { kind: "line"; role: "date" | "byline" | "label" | "note"; text: string }
  | { kind: "paragraph"; text: string }
  /** the article's own words */
  | { kind: "quotation"; text: string; language: string }
  | { kind: "words"; voice: "critic" | "author"; blocks: RichBlock[] };

/** Where a sentence of one line is wanted, whatever lines the source has. */
const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

const line = (role: "date" | "byline" | "label" | "note", text: string): Part => ({ kind: "line", role, text: oneLine(text) });

const gone = line("note", "These words are no longer shown.");
/** Steps that only a critic takes; anybody of the two opens it again. */
const ofCritic: ReadonlySet<StepKind> = new Set(["satisfy", "maintain", "withdraw"]);

function turnParts(turn: Turn, critic: string, language: string, printDate: (iso: string) => string): Part[] {
  const isOfCritic = ofCritic.has(turn.kind) || (turn.kind === "reopen" && turn.person === critic);
  const parts: Part[] = [line("label", `${turnHeading(turn)}, ${printDate(turn.at)}`)];
  if (turn.body !== null) parts.push({ kind: "words", voice: isOfCritic ? "critic" : "author", blocks: turn.body });
  else if (stepsWithWords.has(turn.kind)) parts.push(gone);
  if (turn.revised !== null) parts.push(line("note", changeOf(turn.revised)), { kind: "quotation", text: turn.revised.quote, language });
  return parts;
}

function itemParts(item: LetterItem, language: string, printDate: (iso: string) => string): Part[] {
  return [
    { kind: "heading", level: 3, text: oneLine(`${item.number}. ${itemHeading(item)}`), id: item.id },
    line("note", `${kindOf(item)}.`),
    ...(item.passage === null ? [] : [{ kind: "quotation", text: item.passage.quote, language } as const]),
    line("label", `${item.critic} writes, ${printDate(item.raisedAt)}`),
    item.body === null ? gone : { kind: "words", voice: "critic", blocks: item.body },
    ...item.turns.flatMap((turn) => turnParts(turn, item.critic, language, printDate)),
  ];
}

/**
 * The letter in words, in the order in which it is read.
 * @param printDate a date as our pages print it, from ISO 8601
 */
export function documentOf(letter: Letter, printDate: (iso: string) => string): Part[] {
  const { article, groups, open } = letter;
  const items = (list: readonly LetterItem[]) => list.flatMap((item) => itemParts(item, article.language, printDate));
  return [
    { kind: "title", text: oneLine(`Response to readers of “${article.title}”`) },
    line("byline", article.authors.length > 0 ? listFormat(article.authors) : "The authors"),
    line("date", `${printDate(letter.date)}, on revision ${article.revision}`),
    ...(article.citation === null ? [] : [line("note", article.citation)]),
    { kind: "paragraph", text: openingOf(letter) },
    ...groups.flatMap(({ critic, items: ofGroup }): Part[] => [
      { kind: "heading", level: 2, text: oneLine(critic ?? "Critiques and answers"), id: null },
      ...items(ofGroup),
    ]),
    ...(open.length > 0 ? [{ kind: "heading", level: 2, text: "Still open", id: null } as const, ...items(open)] : []),
  ];
}
