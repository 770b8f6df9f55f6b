import type { StanceCount } from "../articles/library";
import type { ReadClaim } from "../articles/reading";
import type { BlockLayer } from "./layer";
import { markIdIn } from "./passage-start";
import { tallyAll } from "./tally";

/** A claim with the tags on its words, and the fragment that leads to them: a passage within it, or else its paragraph. */
export type PlannedClaim = ReadClaim & { counts: StanceCount; anchor: string };

/** The claims of one block. @param blockAnchor the fragment that leads to the block */
export function planClaims(claims: readonly ReadClaim[], blockAnchor: string, layer: BlockLayer): PlannedClaim[] {
  return claims.map((claim) => {
    const first = layer.begun.find(({ start }) => start >= claim.start && start < claim.end);
    return {
      ...claim,
      counts: tallyAll(layer.over.filter(({ start, end }) => start < claim.end && end > claim.start)),
      anchor: first ? markIdIn(layer, first) : blockAnchor,
    };
  });
}
