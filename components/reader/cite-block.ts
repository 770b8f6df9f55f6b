import type { PlannedBlock } from "@/lib/articles/reading-plan";

/** How readers cite a block: “¶ 7”, or the heading, which has no number. */
export function citeBlock({ block }: Pick<PlannedBlock, "block">): string {
  return block.number === null ? "the heading" : `¶ ${block.number}`;
}
