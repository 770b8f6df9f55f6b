import { align } from "./align";
import { Comparison } from "./comparison";
import { judge } from "./judge";
import type { Span } from "./span";
import type { Verdict } from "./verdict";

/**
 * Carries passages from one text of an article to the next. The two texts are aligned as wholes once; a passage is then looked up in the
 * alignment, and sought elsewhere only when nothing of it stands where its neighbours are.
 * @param passages spans of `from`; the verdicts, in the same order, hold spans of `to`
 * @throws RangeError when a passage is not in the text
 */
export function carry(from: string, to: string, passages: readonly Span[]): Verdict[] {
  for (const { start, end } of passages)
    if (!(start >= 0 && start < end && end <= from.length))
      throw new RangeError(`[${start}, ${end}) is not in a text of ${from.length} units`);
  // Nothing is to be judged, and no text is so repetitive that its passages could be mistaken for one another.
  if (from === to) return passages.map(({ start, end }) => ({ kind: "exact", start, end }));
  const comparison = new Comparison(from, to, align(from, to));
  return passages.map((passage) => judge(comparison, passage));
}
