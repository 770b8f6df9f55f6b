import { describe, expect, it } from "vitest";
import { blockIndexAt, composeText, draftBlocksOf } from "@/lib/articles/canonical";
import { freeSlug, slugOf } from "@/lib/articles/slug";

describe("composeText", () => {
  it("joins blocks by a line feed, numbers what readers cite, and moves formatting along", () => {
    const composed = composeText([
      { kind: "heading", level: 2, text: "時計", formats: [] },
      { kind: "paragraph", text: "🕰️ ticks", formats: [{ kind: "emphasis", start: 4, end: 9 }] },
    ]);
    expect(composed).toEqual({
      text: "時計\n🕰️ ticks",
      blocks: [
        { kind: "heading", level: 2, number: null, start: 0, end: 2 },
        { kind: "paragraph", level: null, number: 1, start: 3, end: 12 },
      ],
      formats: [{ kind: "emphasis", start: 7, end: 12 }],
    });
  });
});

describe("draftBlocksOf", () => {
  it("gives back the blocks that a text was composed of, with their formatting", () => {
    const drafted = [
      { kind: "heading" as const, level: 2, text: "時計", formats: [] },
      { kind: "paragraph" as const, text: "🕰️ ticks", formats: [{ kind: "emphasis" as const, start: 4, end: 9 }] },
      {
        kind: "listItem" as const,
        level: 1,
        text: "See\nthere",
        formats: [{ kind: "link" as const, start: 0, end: 3, href: "https://example.org/" }],
      },
    ];
    expect(draftBlocksOf(composeText(drafted))).toEqual(drafted);
  });
});

describe("blockIndexAt", () => {
  const blocks = [
    { start: 0, end: 2 },
    { start: 3, end: 12 },
  ];
  it.each([
    [0, 0],
    [1, 0],
    [2, null],
    [3, 1],
    [11, 1],
    [12, null],
    [-1, null],
  ])("offset %i is in block %j", (offset, index) => {
    expect(blockIndexAt(blocks, offset)).toBe(index);
  });
});

describe("slugOf", () => {
  it.each([
    ["Japan’s Search for a More Equal Alliance", "japans-search-for-a-more-equal-alliance"],
    ["日本の選択", "日本の選択"],
    ["Đổi Mới — twice", "đổi-mới-twice"],
    ["ＦＵＬＬ　ｗｉｄｔｈ", "full-width"],
    ["…", "article"],
  ])("%s → %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it("is short, and never cuts a character in two", () => {
    expect([...slugOf("𝔘".repeat(200))].length).toBeLessThanOrEqual(80);
    expect(slugOf("𠮷".repeat(200)).isWellFormed()).toBe(true);
  });

  it("finds the first that is free", () => {
    expect(freeSlug("a", new Set(["a", "a-2"]))).toBe("a-3");
  });
});
