import { describe as describePassage } from "./describe";
import { match } from "./match";
import type { Span } from "./span";
import type { Verdict } from "./verdict";

/**
 * Carries passages from one text of an article to the next.
 * @param passages spans of `from`; the verdicts, in the same order, hold spans of `to`
 */
export function carry(from: string, to: string, passages: readonly Span[]): Verdict[] {
  return passages.map((passage) => {
    const found = match(to, describePassage(from, passage));
    if (found.kind === "exact") return { kind: "exact", start: found.start, end: found.end };
    if (found.kind === "ambiguous")
      return { kind: "review", why: "several-places", candidates: found.candidates.map((span) => ({ ...span, score: 1 })) };
    return { kind: "lost", why: "not-found" };
  });
}
