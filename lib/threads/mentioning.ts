import { fold } from "../frameworks/fold";
import type { Mentionable } from "./mentions";

/** An @ that is being completed: text.slice(start, end) is “@” and what was typed of the name. */
export type Mentioning = { start: number; end: number; query: string };

/** UTF-16 code units; a name that is longer is found by its beginning. */
const MAX_QUERY_LENGTH = 60;
const MAX_OFFERED = 8;

/** An @ after one of these is within an address, not before a name. In scripts without spaces it may follow a letter. */
const ADDRESS = /[A-Za-z0-9._%+@-]/;
const WORD_START = /(?<=[\s\p{P}])(?=[^\s\p{P}])/u;

/** The @ that the caret stands behind, in its own line, or null. Offsets are UTF-16 code units. */
export function mentioningAt(text: string, caret: number): Mentioning | null {
  const start = text.lastIndexOf("@", caret - 1);
  if (caret < 1 || start === -1 || caret - start > MAX_QUERY_LENGTH) return null;
  const query = text.slice(start + 1, caret);
  if (/[\r\n]/.test(query) || (start > 0 && ADDRESS.test(text.charAt(start - 1)))) return null;
  return { start, end: caret, query };
}

/** Those whose name, or a word of it, begins with what was typed: those whose name does first, then as they came. At most eight. */
export function mentionablesFor(people: readonly Mentionable[], query: string): Mentionable[] {
  const sought = fold(query).text;
  // “@ and so on” is no name; nobody’s begins with a space.
  if (/^\s/.test(query)) return [];
  const byName = people.filter(({ name }) => fold(name).text.startsWith(sought));
  const byWord = people.filter((person) => !byName.includes(person) && wordsFrom(person.name).some((rest) => rest.startsWith(sought)));
  return [...byName, ...byWord].slice(0, MAX_OFFERED);
}

/** A name from each of its words on: “Ana Maria Sá” also as “maria sa” and “sa”. */
function wordsFrom(name: string): string[] {
  const words = name.split(WORD_START);
  return words.map((_, index) => fold(words.slice(index).join("")).text);
}

/** The text with the name in place of what was typed of it, and where the caret goes on. */
export function withMention(text: string, { start, end }: Mentioning, name: string): { text: string; caret: number } {
  const rest = text.slice(end);
  const space = /^[\s\p{P}]/u.test(rest) ? "" : " ";
  const head = `${text.slice(0, start)}@${name}${space}`;
  return { text: head + rest, caret: head.length };
}
