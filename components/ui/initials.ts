const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const hanOrHangul = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * One or two characters that stand for a name: the first of its first and last words (“Mina Aalto” → “MA”), or the first
 * alone of a name that begins in a script without capitals (“陳郁婷 Chen Yu-ting” → “陳”). A character is what a reader sees
 * as one, however many code points it takes.
 */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = firstCharacter(words[0] ?? "");
  if (first === "" || hanOrHangul.test(first) || words.length === 1) return first.toLocaleUpperCase("en");
  return (first + firstCharacter(words.at(-1) ?? "")).toLocaleUpperCase("en");
}

function firstCharacter(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment;
  return "";
}
