import { describe, expect, it } from "vitest";
import { type Branch, preorder, prune, stretch, type TreeRow, treeOf } from "@/lib/threads/tree";

const rows = (...pairs: [number, number | null][]): TreeRow[] =>
  pairs.map(([position, parentPosition]) => ({ id: `c${position}`, position, parentPosition }));

/** "1(2(3) 4) 5": what stands under what. */
const written = (forest: readonly Branch[]): string =>
  forest.map(({ row, replies }) => `${row.position}${replies.length > 0 ? `(${written(replies)})` : ""}`).join(" ");

describe("treeOf", () => {
  it.each<[string, TreeRow[], string]>([
    ["nothing", [], ""],
    ["replies under what they answer", rows([1, null], [2, 1], [3, 2], [4, 1], [5, null]), "1(2(3) 4) 5"],
    ["rows in any order", rows([4, 1], [3, 2], [5, null], [1, null], [2, 1]), "1(2(3) 4) 5"],
    ["a parent that is not there", rows([1, null], [3, 2], [4, 3]), "1 3(4)"],
    ["a parent written later", rows([1, 2], [2, null]), "2(1)"],
    ["a comment that answers itself", rows([1, 1], [2, 1]), "1(2)"],
    ["two that answer each other", rows([1, 2], [2, 1]), "1(2)"],
    ["a circle of three, and what hangs on it", rows([7, 9], [8, 7], [9, 8], [10, 8], [1, 9]), "7(8(9(1) 10))"],
    ["two circles", rows([1, 2], [2, 1], [3, 4], [4, 3]), "1(2) 3(4)"],
  ])("%s", (_, given, expected) => expect(written(treeOf(given))).toBe(expected));

  it("takes a chain of 20,000 as it takes any other", () => {
    const chain = rows(...Array.from({ length: 20_000 }, (_, index): [number, number | null] => [index, index === 0 ? null : index - 1]));
    const list = preorder(prune(treeOf(chain.toReversed()), ({ position }) => position === 19_999));
    expect(list).toHaveLength(20_000);
    expect(list.at(-1)).toMatchObject({ depth: 19_999, under: 0 });
    expect(list[0]).toMatchObject({ depth: 0, under: 19_999 });
  });

  it("takes 20,000 replies to one comment as it takes any other", () => {
    const wide = rows([0, null], ...Array.from({ length: 20_000 }, (_, index): [number, number | null] => [index + 1, 0]));
    expect(preorder(treeOf(wide))[0]).toMatchObject({ under: 20_000 });
  });
});

describe("prune", () => {
  const thread = rows([1, null], [2, 1], [3, 2], [4, 1], [5, null]);
  it.each<[string, number[], string]>([
    ["nothing to drop", [], "1(2(3) 4) 5"],
    ["one under which something stands stays", [2], "1(2(3) 4) 5"],
    ["one under which nothing stands goes", [3], "1(2 4) 5"],
    ["one goes with all that is gone beneath it", [2, 3], "1(4) 5"],
    ["a whole branch", [1, 2, 3, 4], "5"],
    ["all but the deepest", [1, 2, 4, 5], "1(2(3))"],
  ])("%s", (_, gone, expected) => expect(written(prune(treeOf(thread), ({ position }) => !gone.includes(position)))).toBe(expected));
});

describe("stretch", () => {
  const list = preorder(treeOf(rows([1, null], [2, 1], [3, 2], [4, 1], [5, null])));
  it.each<[string, string | undefined, number, number[], string | null]>([
    ["from the beginning", undefined, 2, [1, 2], "c3"],
    ["from where the last one ended", "c3", 2, [3, 4], "c5"],
    ["the last, which is shorter", "c5", 2, [5], null],
    ["among its neighbours", "c4", 2, [3, 4], "c5"],
    ["one that is not there (any more)", "c9", 2, [1, 2], "c3"],
    ["all at once", undefined, 9, [1, 2, 3, 4, 5], null],
    ["exactly all", undefined, 5, [1, 2, 3, 4, 5], null],
  ])("%s", (_, fromId, limit, expected, nextId) =>
    expect(stretch(list, { fromId, limit })).toMatchObject({ items: expected.map((position) => ({ row: { position } })), nextId }),
  );
});
