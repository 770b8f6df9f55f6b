import { changedPlace } from "./changed";
import type { Comparison } from "./comparison";
import { elsewhere } from "./elsewhere";
import { blankPlace, intactPlace } from "./intact";
import type { Span } from "./span";
import type { Verdict } from "./verdict";

/** How many words away from a passage its neighbours may be to say that it was taken out from among them. */
const NEIGHBOURHOOD = 64;

/**
 * What became of one passage, asked in this order: its words stand together where the alignment put them; some of them do, or something
 * like it stands between its neighbours; it stands, like enough, in text that comes from nowhere else; it is gone.
 */
export function judge(comparison: Comparison, passage: Span): Verdict {
  const { first, end } = comparison.tokensIn(passage);
  if (first >= end) return blankPlace(comparison, first);
  const intact = intactPlace(comparison, passage);
  if (intact) return intact;
  const changed = changedPlace(comparison, passage);
  if (changed?.kind === "moved") return changed;
  const found = elsewhere(comparison, passage);
  if (found?.kind === "moved") return found;
  return changed ?? found ?? { kind: "lost", why: isSurrounded(comparison, passage) ? "removed" : "not-found" };
}

function isSurrounded(comparison: Comparison, passage: Span): boolean {
  const { first, end } = comparison.tokensIn(passage);
  const { before, after } = comparison.neighbours(first, end);
  return (before !== null && first - before <= NEIGHBOURHOOD) || (after !== null && after - end <= NEIGHBOURHOOD);
}
