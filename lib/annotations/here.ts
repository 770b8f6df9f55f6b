import type { AnchoredAnnotation } from "./annotation";
import type { Stance } from "./schema";

/** One framework at a place of the text, with its tags by stance. */
export type Lane = { frameworkId: string; supports: number; contests: number };

/** Which frameworks annotations carry between them: most tagged first, and as they come where two are equal. */
export function lanesOf(annotations: readonly AnchoredAnnotation[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const { frameworkId, stance } of annotations.flatMap((annotation) => annotation.tags)) {
    const lane = lanes.get(frameworkId) ?? { frameworkId, supports: 0, contests: 0 };
    lane[stance]++;
    lanes.set(frameworkId, lane);
  }
  return [...lanes.values()].sort((a, b) => b.supports + b.contests - (a.supports + a.contests));
}

/** What the tags of a lane say together. */
export function verdictOf({ supports, contests }: Lane): Stance | "split" {
  if (supports > 0 && contests > 0) return "split";
  return supports > 0 ? "supports" : "contests";
}
