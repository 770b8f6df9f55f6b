import { describe, expect, it } from "vitest";
import { type Lane, lanesOfPassages, packLanes, SHARED_ROW } from "@/lib/annotations/lanes";

const lane = (frameworkId: string, start: number, end: number, tags = 1): Lane => ({
  frameworkId,
  start,
  end,
  supports: tags,
  contests: 0,
});
const rowsOf = (lanes: readonly Lane[]) =>
  Object.fromEntries(packLanes(lanes).lanes.map(({ frameworkId, row, isShared }) => [frameworkId, isShared ? "shared" : row]));

describe("lanesOfPassages", () => {
  const supports = (frameworkId: string) => ({ frameworkId, stance: "supports" as const });
  const contests = (frameworkId: string) => ({ frameworkId, stance: "contests" as const });

  it("counts annotations of the same words with the same framework together", () => {
    const passages = [
      { start: 3, end: 9, tags: [supports("du")] },
      { start: 3, end: 9, tags: [contests("du"), supports("ab")] },
      { start: 3, end: 9, tags: [supports("du")] },
    ];
    expect(lanesOfPassages(passages)).toEqual([
      { frameworkId: "du", start: 3, end: 9, supports: 2, contests: 1 },
      { frameworkId: "ab", start: 3, end: 9, supports: 1, contests: 0 },
    ]);
  });

  it("keeps ranges apart that overlap without being the same", () => {
    const passages = [
      { start: 3, end: 9, tags: [supports("du")] },
      { start: 3, end: 10, tags: [supports("du")] },
    ];
    expect(lanesOfPassages(passages)).toHaveLength(2);
  });
});

describe("packLanes", () => {
  it.each([
    ["nothing", [], {}],
    ["one", [lane("a", 0, 5)], { a: 0 }],
    ["two apart share a row", [lane("a", 0, 5), lane("b", 6, 9)], { a: 0, b: 0 }],
    ["two that touch do not: they would look like one", [lane("a", 0, 5), lane("b", 5, 9)], { a: 0, b: 1 }],
    ["two that overlap", [lane("a", 0, 5), lane("b", 3, 9)], { a: 0, b: 1 }],
    ["the earlier is above, in whatever order they come", [lane("b", 3, 9), lane("a", 0, 5)], { a: 0, b: 1 }],
    ["of two that begin together the longer is above", [lane("short", 0, 5), lane("long", 0, 9)], { long: 0, short: 1 }],
    ["a freed row is taken again", [lane("a", 0, 3), lane("b", 1, 20), lane("c", 5, 9)], { a: 0, b: 1, c: 0 }],
    ["five fit", [lane("a", 0, 9), lane("b", 0, 8), lane("c", 0, 7), lane("d", 0, 6), lane("e", 0, 5)], { a: 0, b: 1, c: 2, d: 3, e: 4 }],
  ])("%s", (_, lanes, rows) => {
    expect(rowsOf(lanes)).toEqual(rows);
  });

  it("puts a framework above another wherever both have the same words", () => {
    const rank = (id: string) => ["du", "ab"].indexOf(id);
    const { lanes } = packLanes([lane("ab", 0, 4), lane("du", 0, 4), lane("ab", 10, 14), lane("du", 10, 14)], rank);
    expect(lanes.filter(({ row }) => row === 0).map(({ frameworkId }) => frameworkId)).toEqual(["du", "du"]);
  });

  it("lets the four most tagged keep their rows where six lie on each other, and the rest share a fifth", () => {
    const lanes = [lane("a", 0, 9, 3), lane("b", 0, 9, 1), lane("c", 0, 9, 6), lane("d", 0, 9, 2), lane("e", 0, 9, 5), lane("f", 0, 9, 4)];
    const { lanes: packed, depth } = packLanes(lanes);
    const shared = packed.filter(({ isShared }) => isShared);
    expect(shared.map(({ frameworkId }) => frameworkId)).toEqual(["b", "d"]);
    expect(shared.every(({ row }) => row === SHARED_ROW)).toBe(true);
    expect(new Set(packed.filter(({ isShared }) => !isShared).map(({ row }) => row))).toEqual(new Set([0, 1, 2, 3]));
    expect(depth).toBe(5);
  });

  it("leaves the colours of a paragraph outside its crowded sentence alone", () => {
    const crowd = ["a", "b", "c", "d", "e", "f"].map((id) => lane(id, 0, 9));
    expect(rowsOf([...crowd, lane("alone", 20, 25)])).toMatchObject({ alone: 0 });
  });
});
