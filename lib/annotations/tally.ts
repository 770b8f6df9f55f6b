import type { StanceCount } from "../articles/library";
import type { ShownTag } from "./annotation";

export type FrameworkCount = StanceCount & { frameworkId: string };

type Tagged = { tags: readonly ShownTag[] };

/** The tags of several annotations by framework, in the order in which the frameworks first occur. */
export function tallyByFramework(annotations: Iterable<Tagged>): FrameworkCount[] {
  const counts = new Map<string, FrameworkCount>();
  for (const { tags } of annotations) {
    for (const { frameworkId, stance } of tags) {
      let count = counts.get(frameworkId);
      if (!count) {
        count = { frameworkId, supports: 0, contests: 0 };
        counts.set(frameworkId, count);
      }
      count[stance]++;
    }
  }
  return [...counts.values()];
}

/** The tags of each block: an annotation counts once, where its passage begins. */
export function tallyByBlock(annotations: Iterable<Tagged & { blockIndex: number }>, blocks: number): StanceCount[] {
  const counts = Array.from({ length: blocks }, () => ({ supports: 0, contests: 0 }));
  for (const { tags, blockIndex } of annotations) {
    const count = counts[blockIndex];
    if (!count) continue;
    for (const { stance } of tags) count[stance]++;
  }
  return counts;
}

/** All tags of a count, whatever they say. */
export function totalOf({ supports, contests }: StanceCount): number {
  return supports + contests;
}
