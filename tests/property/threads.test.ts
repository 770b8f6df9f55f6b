import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Branch, preorder, prune, stretch, type TreeRow, treeOf } from "@/lib/threads/tree";

/** Any rows at all: unique positions in any order, parents that may be absent, later, or the comment itself. */
const anyRows = fc
  .uniqueArray(fc.integer({ min: -5, max: 60 }), { maxLength: 40 })
  .chain((positions) =>
    fc.tuple(
      ...positions.map((position) => fc.option(fc.integer({ min: -8, max: 63 })).map((parentPosition) => ({ position, parentPosition }))),
    ),
  )
  .map((rows): TreeRow[] => rows.map((row) => ({ id: `c${row.position}`, ...row })));

/** Rows as our database holds them: each answers the subject or an earlier one. */
const soundRows = fc.array(fc.option(fc.nat()), { maxLength: 60 }).map((parents): TreeRow[] =>
  parents.map((parent, position) => ({
    id: `c${position}`,
    position,
    parentPosition: parent === null || position === 0 ? null : parent % position,
  })),
);

const positions = (rows: readonly TreeRow[]) => rows.map(({ position }) => position).sort((a, b) => a - b);
const parents = (forest: readonly Branch[], parent: number | null = null): [number, number | null][] =>
  forest.flatMap(({ row, replies }) => [[row.position, parent] as [number, number | null], ...parents(replies, row.position)]);

/** The rows on a circle, found the slow way. */
function circleOf(rows: readonly TreeRow[], start: TreeRow): TreeRow[] {
  const circle = [start];
  for (let count = 0; count <= rows.length; count += 1) {
    const parent = rows.find(({ position }) => position === circle.at(-1)?.parentPosition);
    if (!parent) return [];
    if (parent === start) return circle;
    circle.push(parent);
  }
  return [];
}

describe("a thread's comments as a forest", () => {
  it("loses none and shows none twice, whatever the rows are", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(positions(preorder(treeOf(rows)).map(({ row }) => row))).toEqual(positions(rows));
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on the order in which the rows come", () => {
    fc.assert(
      fc.property(
        anyRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          expect(treeOf(shuffled)).toEqual(treeOf(rows));
        },
      ),
    );
  });

  it("sets each under its parent, and begins anew only where there is none or a circle is cut at its earliest", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const [position, parent] of parents(treeOf(rows))) {
          const row = rows.find((other) => other.position === position);
          const hasParent = rows.some((other) => other.position === row?.parentPosition);
          const circle = row ? circleOf(rows, row) : [];
          const isCut = circle.length > 0 && position === Math.min(...circle.map((other) => other.position));
          expect(parent).toBe(hasParent && !isCut ? row?.parentPosition : null);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("is read with each comment after its parent, earlier siblings first, depth and count right", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const forest = treeOf(rows);
        const list = preorder(forest);
        const parentOf = new Map(parents(forest));
        const place = new Map(list.map(({ row }, index) => [row.position, index]));
        const depthOf = new Map(list.map(({ row, depth }) => [row.position, depth]));
        for (const [index, { row, depth, under }] of list.entries()) {
          const parent = parentOf.get(row.position) ?? null;
          expect(depth).toBe(parent === null ? 0 : (depthOf.get(parent) ?? Number.NaN) + 1);
          if (parent !== null) expect(place.get(parent)).toBeLessThan(index);
          // Exactly the next `under` comments stand more deeply.
          for (const inside of list.slice(index + 1, index + 1 + under)) expect(inside.depth).toBeGreaterThan(depth);
          expect(list[index + 1 + under]?.depth ?? 0).toBeLessThanOrEqual(depth);
        }
        for (const siblings of [forest, ...list.map(({ row }) => forestUnder(forest, row.position))]) {
          const order = siblings.map((branch) => branch.row.position);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("keeps of the comments that are not shown exactly those above a shown one", () => {
    fc.assert(
      fc.property(soundRows, fc.func(fc.boolean()), (rows, answer) => {
        const isShown = (row: TreeRow) => answer(row.position);
        const above = new Set<number>();
        for (const row of rows) {
          if (!isShown(row)) continue;
          for (let at: TreeRow | undefined = row; at; at = rows.find(({ position }) => position === at?.parentPosition))
            above.add(at.position);
        }
        const pruned = prune(treeOf(rows), isShown);
        expect(positions(preorder(pruned).map(({ row }) => row))).toEqual([...above].sort((a, b) => a - b));
        for (const [position, parent] of parents(pruned))
          expect(rows.find((row) => row.position === position)?.parentPosition).toBe(parent);
      }),
      { numRuns: 1000 },
    );
  });

  it("is read whole when each stretch goes on where the last one ended, and a stretch holds the comment it is asked for", () => {
    fc.assert(
      fc.property(soundRows, fc.integer({ min: 1, max: 20 }), (rows, limit) => {
        const list = preorder(treeOf(rows));
        const read = [];
        for (let fromId: string | undefined, goesOn = true; goesOn; ) {
          const part = stretch(list, { fromId, limit });
          expect(part.items.length).toBeLessThanOrEqual(limit);
          read.push(...part.items);
          fromId = part.nextId ?? undefined;
          goesOn = part.nextId !== null;
        }
        expect(read).toEqual(list);
        for (const { row } of list) expect(stretch(list, { fromId: row.id, limit }).items.map((item) => item.row.id)).toContain(row.id);
      }),
    );
  });
});

function forestUnder(forest: readonly Branch[], position: number): Branch[] {
  for (const branch of forest) {
    if (branch.row.position === position) return branch.replies;
    const inside = forestUnder(branch.replies, position);
    if (inside.length > 0) return inside;
  }
  return [];
}
