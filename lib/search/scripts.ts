/**
 * Scripts that put no spaces between words (Han, kana, Bopomofo, Thai, Lao, Burmese, Khmer) or few (Hangul): searched by pairs of
 * characters. The same characters as in the search migration's `search_words`; a test on the database holds the two equal.
 */
const UNSPACED =
  "\\u0e01-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u3005-\\u3007\\u3021-\\u302f\\u3031-\\u303c\\u3041-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3105-\\u312f\\u31a0-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";

const one = new RegExp(`^[${UNSPACED}]$`, "u");
const run = new RegExp(`[${UNSPACED}]+`, "gu");
// Letters and digits of the other scripts; the full stops of an abbreviation are part of it.
const word = new RegExp(`(?:\\p{L}\\.)+\\p{L}(?![\\p{L}\\p{N}])|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, "gu");

/** Whether a character belongs to a script that is searched by pairs. */
export function isUnspaced(character: string): boolean {
  return one.test(character);
}

/** The stretches of such characters in a text. */
export function unspacedRuns(text: string): string[] {
  return text.match(run) ?? [];
}

/** The words of all other scripts in a text, with the offsets where they begin. */
export function spacedWords(text: string): { word: string; at: number }[] {
  return [...text.matchAll(word)].map((match) => ({ word: match[0], at: match.index }));
}
