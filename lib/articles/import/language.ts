/** Below this share of the letters, East Asian script is a quotation in an article written in something else. */
const MOST_LETTERS = 0.3;
/** Japanese prose is never without kana; Chinese prose that quotes a Japanese word has a few. */
const SOME_KANA = 0.05;

const LETTERS = /\p{L}/gu;
const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HANGUL = /\p{Script=Hangul}/gu;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * The language a text seems to be in, from its script alone: kana is Japanese, Hangul Korean, Han alone Chinese, all else English.
 * Deliberately small: it cannot tell French from English, nor simplified from traditional Chinese. A page that declares its
 * language is believed instead, and a person sees and corrects the guess before anything is saved.
 */
export function guessLanguage(text: string): string {
  const [han, kana, hangul] = [count(text, HAN), count(text, KANA), count(text, HANGUL)];
  const eastAsian = han + kana + hangul;
  if (eastAsian === 0 || eastAsian < count(text, LETTERS) * MOST_LETTERS) return "en";
  if (hangul > kana && hangul > eastAsian / 3) return "ko";
  return kana > eastAsian * SOME_KANA ? "ja" : "zh";
}
