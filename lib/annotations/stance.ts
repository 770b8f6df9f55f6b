import type { StanceCount } from "../articles/library";
import type { Stance } from "./schema";

/** The form of a line: s = whole, supports; c = broken, contests; m = dash-dot, split. */
export type StanceForm = "s" | "c" | "m";

/** What one tag says, or several together. */
export type Verdict = Stance | "split";

const forms: Record<Verdict, StanceForm> = { supports: "s", contests: "c", split: "m" };

/** The form of the line that says this. */
export function formOfVerdict(verdict: Verdict): StanceForm {
  return forms[verdict];
}

/** What several tags say together: one dissent makes it split. */
export function verdictOf({ supports, contests }: StanceCount): Verdict {
  if (supports > 0 && contests > 0) return "split";
  return contests > 0 ? "contests" : "supports";
}

/** The form of a line that stands for several tags. */
export function formOf(count: StanceCount): StanceForm {
  return formOfVerdict(verdictOf(count));
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
