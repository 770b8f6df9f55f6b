import { MAX_AUTHORS } from "../schema";

/** Names are compared as people read them: width, case and spacing aside. */
export function nameKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

const LONGEST_NAME = 80;
const MOST_WORDS = 6;
/** Characters of a list of names: beyond this it is something else. */
const LONGEST_LIST = 2000;
/** Han characters of one name; more, with nothing between them, are a sentence. */
const LONGEST_HAN_NAME = 6;

const PARTICLE = /^(d[aeiou]|del|della|der|den|dos|das|du|la|le|van|von|vom|zu|zur|ter|ten|bin|bint|ibn|al|el|y|e|of|the|and|for)$/;
const ENDS_LIKE_PROSE = /[.!?。！？…:：;；,，、]$/u;
/** Names may end in a full stop after an initial or a suffix. */
const ABBREVIATED = /(^|\s)(\p{Lu}|Jr|Sr|Esq|Dr|Ph\.?D)\.$/u;

function isCapitalised(word: string): boolean {
  // A longer word with a full stop ends a sentence; initials and titles are shorter.
  if (/\p{L}{5,}\.$/u.test(word)) return false;
  return /^[('"“]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word) || PARTICLE.test(word) || /^\p{L}['’]\p{Lu}/u.test(word);
}

/** Whether a line could be somebody's name or user name, rather than something they said. */
export function looksLikeName(text: string): boolean {
  const name = text.trim();
  if (name.length === 0 || name.length > LONGEST_NAME || !/\p{L}/u.test(name)) return false;
  if (/[\n?!;:"“”。，]/u.test(name) || (ENDS_LIKE_PROSE.test(name) && !ABBREVIATED.test(name))) return false;
  if (/^\p{Script=Han}+$/u.test(name)) return name.length <= LONGEST_HAN_NAME;
  const words = name.split(/\s+/u);
  return words.length === 1 || (words.length <= MOST_WORDS && words.every(isCapitalised));
}

const BETWEEN_NAMES = /\s*(?:,|;|、|，|；|＆|&|\s(?:and|und|et|y|with)\s)\s*/iu;

/** The names in a list of them (`A, B and C`), or none when one of the pieces is no name. */
export function splitNames(list: string): string[] {
  if (list.length > LONGEST_LIST) return [];
  const names = list
    .split(BETWEEN_NAMES)
    .map((name) => name.replace(/\s+/gu, " ").trim())
    .filter((name) => name !== "");
  return names.every(looksLikeName) ? uniqueNames(names) : [];
}

/** The names of a page's authors while they are found: each once, in order, and no more than an article may have. */
export class NameList {
  readonly names: string[] = [];
  readonly #keys = new Set<string>();

  add(names: readonly string[]): void {
    for (const name of names) {
      if (this.isFull) return;
      const key = nameKey(name);
      if (!this.#keys.has(key)) this.names.push(name);
      this.#keys.add(key);
    }
  }

  /** Whether there is no use in looking for more. */
  get isFull(): boolean {
    return this.names.length >= MAX_AUTHORS;
  }
}

/** Each name once, in order, as it was first written. */
export function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(nameKey(name))) seen.set(nameKey(name), name);
  return [...seen.values()];
}
