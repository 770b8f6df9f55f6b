import type { StanceCount } from "../articles/library";
import type { Stance } from "./schema";

/** The form of a line: s = whole, supports; c = broken, contests; m = dash-dot, split. */
export type StanceForm = "s" | "c" | "m";

export const stanceWords: Record<StanceForm, string> = { s: "supports", c: "contests", m: "split" };

/** The form of one tag's line. */
export function formOfStance(stance: Stance): StanceForm {
  return stance === "supports" ? "s" : "c";
}

/** The form of a line that stands for several tags: one dissent makes it split. */
export function formOf({ supports, contests }: StanceCount): StanceForm {
  if (supports > 0 && contests > 0) return "m";
  return contests > 0 ? "c" : "s";
}

/** “5 support, 1 contest”: a balance in words, as its picture is labelled. */
export function balanceInWords({ supports, contests }: StanceCount): string {
  return `${supports} support, ${contests} contest`;
}

/**
 * What a passage says, in a sentence for those who do not see its lines: “Supports Dual hedge 4 to 0; contests Realignment
 * 0 to 2”. The numbers are supports to contests, whichever has more.
 */
export function describeStances(counts: readonly (StanceCount & { label: string })[]): string {
  const parts = counts.map(({ label, supports, contests }) => `${leaning({ supports, contests })} ${label} ${supports} to ${contests}`);
  const sentence = parts.join("; ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function leaning({ supports, contests }: StanceCount): string {
  if (supports === contests) return "split on";
  return supports > contests ? "supports" : "contests";
}
