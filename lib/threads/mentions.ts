import { MAX_MENTIONS } from "./schema";

export type Mentionable = { personId: string; name: string; isAuthor: boolean };

/** A letter or digit before the @ makes it an address, and one after the name makes it another name. */
const INSIDE_A_WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * The people whom a text names with an @, of those who may be named; the longest name that fits is meant. Where two bear one name, both
 * are meant: better to tell one too many of two who may both read it than to tell neither.
 */
export function mentionsIn(text: string, people: readonly Mentionable[]): Mentionable[] {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  const found = new Set<Mentionable>();
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    if (INSIDE_A_WORD.test(charBefore(text, at))) continue;
    const named = byLength.find(({ name }) => text.startsWith(name, at + 1) && !INSIDE_A_WORD.test(charAt(text, at + 1 + name.length)));
    if (named) for (const person of people) if (person.name === named.name) found.add(person);
  }
  return [...found].slice(0, MAX_MENTIONS);
}

function charAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? "" : String.fromCodePoint(point);
}

function charBefore(text: string, at: number): string {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
}
