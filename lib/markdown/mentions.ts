import type { RichInline } from "./rich";

const LETTER = /[\p{L}\p{N}_]/u;
const MARK = /\p{M}/u;
/** Written without spaces between words, or with endings that stand at the name: what follows a name there may be the next word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;

/** Whether two characters that stand side by side belong to one word. */
function areJoined(before: string, after: string): boolean {
  if (before === "" || after === "") return false;
  if (MARK.test(after)) return true;
  if (UNSPACED.test(before) || UNSPACED.test(after)) return false;
  return (LETTER.test(before) || MARK.test(before)) && LETTER.test(after);
}

const characterAt = (text: string, at: number) => (at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : "");

/** The character that ends before `at`, whole. */
function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return text.slice(Math.max(0, unit >= 0xdc00 && unit < 0xe000 ? at - 2 : at - 1), at);
}

/** The names in the order in which they are tried: of two that begin alike the longer first. */
export function orderNames(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== "").sort((a, b) => b.length - a.length);
}

/**
 * A text in pieces: what is written `@Name`, for one of the names, is a mention of that person; all else stays text. An address such
 * as `x@Name` mentions nobody, nor does a longer word that begins with a name.
 * @param names as `orderNames` gives them
 */
export function withMentions(text: string, names: readonly string[]): RichInline[] {
  const pieces: RichInline[] = [];
  let from = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    if (at < from) continue;
    const before = characterBefore(text, at);
    if (LETTER.test(before) && !UNSPACED.test(before)) continue;
    const name = names.find((candidate) => {
      const end = at + 1 + candidate.length;
      return text.startsWith(candidate, at + 1) && !areJoined(characterBefore(text, end), characterAt(text, end));
    });
    if (name === undefined) continue;
    if (at > from) pieces.push(text.slice(from, at));
    pieces.push({ kind: "mention", name });
    from = at + 1 + name.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
