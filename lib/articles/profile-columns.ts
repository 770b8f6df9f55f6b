import type { Stance } from "../annotations/schema";
import type { HedgeProfile } from "./library";

export type TagCount = { paragraph: number; frameworkId: string; stance: Stance; count: number };

/** One column per paragraph from 1 to `paragraphs`, its frameworks in the taxonomy's order (`frameworkIds`). */
export function profileOf(paragraphs: number, counts: readonly TagCount[], frameworkIds: readonly string[]): HedgeProfile {
  const rank = new Map(frameworkIds.map((id, index) => [id, index]));
  const columns = Array.from({ length: paragraphs }, (_, index) => ({
    paragraph: index + 1,
    cells: new Map<string, { frameworkId: string; supports: number; contests: number }>(),
  }));
  for (const { paragraph, frameworkId, stance, count } of counts) {
    const column = columns[paragraph - 1];
    if (!column) continue;
    const cell = column.cells.get(frameworkId) ?? { frameworkId, supports: 0, contests: 0 };
    cell[stance] += count;
    column.cells.set(frameworkId, cell);
  }
  return columns.map(({ paragraph, cells }) => ({
    paragraph,
    cells: [...cells.values()].sort((a, b) => (rank.get(a.frameworkId) ?? 0) - (rank.get(b.frameworkId) ?? 0)),
  }));
}
