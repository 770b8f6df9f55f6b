import type { StanceCount } from "../articles/library";
import type { ShownTag } from "./annotation";

/** A framework in several annotations: what they say of it, and the first of them that names it. */
export type FrameworkCount = StanceCount & { frameworkId: string; key: string };

type Tagged = { tags: readonly ShownTag[] };

/** The tags of several annotations by framework, most tagged first, and in the order in which they first occur where two are equal. */
export function tallyByFramework(annotations: Iterable<Tagged & { key: string }>): FrameworkCount[] {
  const counts = new Map<string, FrameworkCount>();
  for (const { key, tags } of annotations) {
    for (const { frameworkId, stance } of tags) {
      let count = counts.get(frameworkId);
      if (!count) {
        count = { frameworkId, key, supports: 0, contests: 0 };
        counts.set(frameworkId, count);
      }
      count[stance]++;
    }
  }
  return [...counts.values()].sort((a, b) => totalOf(b) - totalOf(a));
}

/** The tags of several annotations together. */
export function tallyAll(annotations: Iterable<Tagged>): StanceCount {
  const count = { supports: 0, contests: 0 };
  for (const { tags } of annotations) {
    for (const { stance } of tags) count[stance]++;
  }
  return count;
}

/** All tags of a count, whatever they say. */
export function totalOf({ supports, contests }: StanceCount): number {
  return supports + contests;
}
