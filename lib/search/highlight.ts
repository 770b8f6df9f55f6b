import { fold } from "../frameworks/fold";
import { spacedWords, unspacedRuns } from "./scripts";

/** [start, end) in UTF-16 code units. */
export type Stretch = [start: number, end: number];

/** Beyond this, a text is not searched for words to highlight. */
export const HIGHLIGHT_LENGTH = 20_000;

/**
 * Where a text says what was asked for, in text order and without overlaps.
 * @param words the forms of the wanted words that the database met in the text (it knows that “hedging” answers “hedge”)
 * @param terms what was wanted; of these the runs of unspaced scripts are looked up as they are
 */
export function stretchesOf(text: string, words: readonly string[], terms: readonly string[]): Stretch[] {
  const looked = text.slice(0, HIGHLIGHT_LENGTH);
  const met = new Set(words.map((word) => fold(word).text));
  const stretches = spacedWords(looked).flatMap(({ word, at }): Stretch[] => (met.has(fold(word).text) ? [[at, at + word.length]] : []));
  const runs = new Set(terms.flatMap((term) => unspacedRuns(term)));
  if (runs.size > 0) {
    const { text: folded, origin } = fold(looked);
    for (const run of runs) {
      const sought = fold(run).text;
      for (let at = folded.indexOf(sought); at !== -1; at = folded.indexOf(sought, at + sought.length)) {
        stretches.push([origin[at] ?? 0, origin[at + sought.length] ?? looked.length]);
      }
    }
  }
  return joined(stretches.sort((a, b) => a[0] - b[0] || b[1] - a[1]));
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const [start, end] of stretches) {
    const last = result.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
