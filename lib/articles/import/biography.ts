import { nameKey, uniqueNames } from "./names";

/** A biography stands at the very end: it is looked for in this many last paragraphs. */
const LOOK_BACK = 6;
const LONGEST_PARAGRAPH = 2000;
/** The most a name takes: "Professor Maria de la Cruz and Jean-Luc van den Berg". */
const MOST_NAME_WORDS = 10;

const ROLE =
  /\b(?:students?|candidates?|professors?|lecturers?|researchers?|fellows?|scholars?|scientists?|analysts?|journalists?|reporters?|correspondents?|columnists?|writers?|authors?|editors?|directors?|teachers?|historians?|economists?|lawyers?|consultants?|diplomats?|ambassadors?|presidents?|chairs?|founders?|co-founders?|instructors?|associates?|specialists?|researches|teaches)\b/iu;
const VERB = /^(?:is|are|was|were|has|holds|teaches|writes|works|studies|lives|serves|served|received|earned|covers|researches|joined)$/;
const BEING = /^(?:is|are|was|were)$/;
const AFTER_BEING =
  /^(?:an?|the|one|currently|presently|now|also|both|professors?|students?|associate|assistant|senior|research|visiting|emeritus)$/i;
const HONORIFIC = /^(?:dr|prof|professor|mr|mrs|ms|sir|dame)\.?$/i;
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
const PARTICLE = /^(?:de|del|della|den|der|di|da|dos|das|du|la|van|von|bin|bint|al|el|y)$/;

/** Paragraphs that may follow a biography and belong to it. */
const AFTERWORD =
  /^(?:the (?:views|opinions)|all (?:views|opinions)|this (?:article|essay|piece|paper|post|is an?)|an? (?:earlier|longer|shorter|shortened) version|originally published|first published|follow (?:him|her|them)|e-?mail|twitter|@)/iu;
export const ABOUT_THE_AUTHOR =
  /^(?:about the (?:authors?|writer|contributors?)|author bio(?:graphy)?|著者紹介|筆者紹介|作者简介|作者簡介|關於作者|关于作者)\s*[:：]?$/iu;

type Opening = { names: string[]; words: string[]; verb: string; after: string };

/** `Nathan W. Novak is an …`: the names a paragraph opens with and the verb behind them, or null. */
function opening(text: string): Opening | null {
  const words = text.slice(0, 300).split(/\s+/u);
  const verbAt = words.findIndex((word) => VERB.test(word));
  if (verbAt < 1 || verbAt > MOST_NAME_WORDS) return null;
  const subject = words.slice(0, verbAt).filter((word) => !HONORIFIC.test(word));
  if (!subject.every((word) => word === "and" || PARTICLE.test(word) || NAME_WORD.test(word.replace(/,$/, "")))) return null;
  const names = subject
    .join(" ")
    .split(/,? and |, /)
    .filter((name) => name !== "");
  if (names.length === 0) return null;
  return { names, words: subject, verb: words[verbAt] ?? "", after: words[verbAt + 1] ?? "" };
}

/** Whether the opening names an author, by full name or by part of it ("Novak is …"). */
function namesAuthor(found: Opening, authors: readonly string[]): boolean {
  const keys = found.words.map(nameKey);
  return authors.some((author) => {
    const own = new Set(author.split(/\s+/u).map(nameKey));
    return nameKey(author) === nameKey(found.names[0] ?? "") || keys.every((key) => own.has(key));
  });
}

/** Whether a paragraph says who wrote the article: by the name of a known author, or by anyone's full name and what they do. */
export function isBiography(text: string, authors: readonly string[]): boolean {
  if (text.length > LONGEST_PARAGRAPH) return false;
  const found = opening(text);
  if (found === null) return false;
  if (namesAuthor(found, authors)) return true;
  const fullName = found.names.every((name) => name.includes(" "));
  return fullName && BEING.test(found.verb) && AFTER_BEING.test(found.after) && ROLE.test(text);
}

export type BiographyFound = { start: number; authors: string[] };

/** Where among the last paragraphs the biography begins, and whom it introduces; null when there is none. The first is never it. */
export function findBiography(paragraphs: readonly string[], authors: readonly string[]): BiographyFound | null {
  let at = paragraphs.length - 1;
  const earliest = Math.max(1, paragraphs.length - LOOK_BACK);
  while (at >= earliest && AFTERWORD.test(paragraphs[at] ?? "")) at -= 1;
  let start: number | null = null;
  const introduced: string[] = [];
  for (; at >= earliest && isBiography(paragraphs[at] ?? "", authors); at -= 1) {
    start = at;
    introduced.unshift(...(opening(paragraphs[at] ?? "")?.names ?? []));
  }
  return start === null ? null : { start, authors: uniqueNames(introduced) };
}
