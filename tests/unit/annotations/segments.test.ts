import { describe, expect, it } from "vitest";
import { type BlockPassage, segmentBlock } from "@/lib/annotations/segments";
import type { FormatRange } from "@/lib/articles/schema";

const frameworks = new Map([
  ["du", { hue: 1, rank: 0 }],
  ["ab", { hue: 2, rank: 1 }],
]);
const passage = (id: string, start: number, end: number, ...tags: [string, "supports" | "contests"][]): BlockPassage => ({
  id,
  start,
  end,
  tags: tags.map(([frameworkId, stance]) => ({ frameworkId, stance })),
  begins: true,
});
const cut = (text: string, passages: BlockPassage[], { start = 0, formats = [] as FormatRange[] } = {}) =>
  segmentBlock({ text, start, passages, formats, frameworks }).segments;

describe("segmentBlock", () => {
  it("leaves a bare block whole", () => {
    expect(cut("bare", [])).toEqual([{ start: 0, end: 4, text: "bare", annotationIds: [], startsPassage: [], lanes: [], formats: [] }]);
  });

  it("has nothing to cut in an empty block", () => {
    expect(cut("", [passage("a", 0, 3, ["du", "supports"])])).toEqual([]);
  });

  it("cuts where passages begin and end, and names them in the order they came", () => {
    const segments = cut("one two three", [passage("a", 0, 7, ["du", "supports"]), passage("b", 4, 13, ["ab", "contests"])]);
    expect(segments.map(({ text, annotationIds, startsPassage }) => [text, annotationIds, startsPassage])).toEqual([
      ["one ", ["a"], ["a"]],
      ["two", ["a", "b"], ["b"]],
      [" three", ["b"], []],
    ]);
    expect(segments.map(({ lanes }) => lanes)).toEqual([
      [{ row: 0, hue: 1, form: "s" }],
      [
        { row: 0, hue: 1, form: "s" },
        { row: 1, hue: 2, form: "c" },
      ],
      [{ row: 1, hue: 2, form: "c" }],
    ]);
  });

  it("draws one split lane where annotators disagree about the same words", () => {
    const [first] = cut("words", [passage("a", 0, 5, ["du", "supports"]), passage("b", 0, 5, ["du", "contests"])]);
    expect(first).toMatchObject({ annotationIds: ["a", "b"], startsPassage: ["a", "b"], lanes: [{ row: 0, hue: 1, form: "m" }] });
  });

  it("clips a passage that comes from an earlier block, and does not say that it begins", () => {
    const segments = cut("second block", [{ ...passage("a", 3, 26, ["du", "supports"]), begins: false }], { start: 20 });
    expect(segments.map(({ start, text, startsPassage }) => [start, text, startsPassage])).toEqual([
      [20, "second", []],
      [26, " block", []],
    ]);
  });

  it("ignores what does not reach into the block", () => {
    expect(cut("here", [passage("a", 0, 10, ["du", "supports"]), passage("b", 14, 20, ["du", "supports"])], { start: 10 })).toHaveLength(1);
  });

  it("widens a range that cuts a surrogate pair in half", () => {
    const text = "a😀b";
    const segments = cut(text, [passage("p", 2, 4, ["du", "supports"])]);
    expect(segments.map(({ text: part }) => part)).toEqual(["a", "😀b"]);
    expect(cut(text, [passage("p", 0, 2, ["du", "supports"])]).map(({ text: part }) => part)).toEqual(["a😀", "b"]);
  });

  it("keeps the annotations of neighbours that differ only in formatting in the same array", () => {
    const [before, inside, after] = cut("one two three", [passage("a", 0, 13, ["du", "supports"])], {
      formats: [{ kind: "emphasis", start: 4, end: 7 }],
    });
    expect(inside?.annotationIds).toBe(before?.annotationIds);
    expect(inside?.formats).toEqual([{ kind: "emphasis", href: undefined }]);
    expect(after?.lanes).toBe(inside?.lanes);
  });

  it("shares a neutral fifth lane among those that found no row of their own", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const six = new Map(ids.map((id, rank) => [id, { hue: rank + 1, rank }]));
    const passages = ids.map((id, index) => passage(id, 0, 5, [id, index > 3 ? "contests" : "supports"]));
    const { segments, depth } = segmentBlock({ text: "words", start: 0, passages, formats: [], frameworks: six });
    expect(depth).toBe(5);
    expect(segments[0]?.lanes.at(-1)).toEqual({ row: 4, hue: 0, form: "c", shared: 2 });
  });

  it("draws a framework that is not in the taxonomy any more in the neutral hue", () => {
    expect(cut("words", [passage("a", 0, 5, ["gone", "supports"])])[0]?.lanes).toEqual([{ row: 0, hue: 0, form: "s" }]);
  });
});
