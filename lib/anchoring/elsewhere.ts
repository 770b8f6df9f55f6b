import type { Comparison } from "./comparison";
import { CONTEXT_LENGTH } from "./describe";
import { LONGEST_COMPARED } from "./distance";
import { agreement, MARGIN_BITS } from "./evidence";
import { place } from "./place";
import type { Span } from "./span";
import type { Verdict } from "./verdict";

/**
 * The verdict on a passage that is not where its neighbours are: whether it stands in text that comes from nowhere else. Null when
 * nothing there tells enough to be it; a word or two that stand in some new sentence do not.
 */
export function elsewhere(comparison: Comparison, passage: Span): Verdict | null {
  const index = comparison.unclaimed;
  if (index.size === 0 || passage.end - passage.start > LONGEST_COMPARED) return null;
  const { from } = comparison;
  const quote = from.slice(passage.start, passage.end);
  const prefix = from.slice(Math.max(0, passage.start - CONTEXT_LENGTH), passage.start);
  const suffix = from.slice(passage.end, passage.end + CONTEXT_LENGTH);
  const found = place(index, { quote, prefix, suffix });
  const tells = agreement(comparison.codesFrom(passage).length, 0, index.bits);
  const need = Math.log2(index.size + 1) + MARGIN_BITS;
  switch (found.kind) {
    case "exact":
      return { ...found, kind: "moved", score: 1, why: "relocated" };
    case "moved":
      return { ...found, why: found.score === 1 ? "relocated" : "relocated-and-changed" };
    case "review":
      return tells >= need && found.why !== "context-lost" ? found : null;
    case "lost":
      return null;
  }
}
