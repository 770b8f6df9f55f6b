import { type Actor, type CritiqueState, isEnded, rules, type StepKind } from "./life";

/** Why a step cannot be taken, for the person who tried. `actor` is null for who is neither the critic nor an author of the article. */
export function refusedInWords(kind: StepKind, from: CritiqueState, actor: Actor | null): string {
  if (actor === null) return "Only the critic and the article’s authors move a critique. You can answer in its thread.";
  if (!rules.some((rule) => rule.kind === kind && rule.actor === actor)) {
    return actor === "author"
      ? "Only the critic says whether an answer satisfies them, and only they withdraw a critique."
      : "Only an author of the article can acknowledge or answer a critique.";
  }
  if (isEnded(from)) return "This critique has ended. Reopen it, with a reason, to go on.";
  if (kind === "satisfy" || kind === "maintain") return "The author has not answered yet.";
  if (kind === "reopen") return "It is still open.";
  return "This step leads nowhere from here. Reload to see where the critique stands.";
}
