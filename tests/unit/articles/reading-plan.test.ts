import { describe, expect, it } from "vitest";
import { planBlocks, sectionsOf } from "@/lib/articles/reading-plan";
import { spreadOverBlocks } from "@/lib/articles/spread";
import { blocksOf, readingPage } from "../../fixtures/reading";

describe("spreadOverBlocks", () => {
  const { blocks } = blocksOf("abc", "def", "ghi");
  it.each([
    ["within a block", 1, 2, [[], [], []], 0],
    ["across two", 1, 6, [], 2],
    ["from the gap before a block", 3, 5, [], 1],
    ["in a gap alone", 3, 4, [], 0],
    ["beyond the text", 40, 50, [], 0],
  ])("%s", (_, start, end) => {
    const spread = spreadOverBlocks(blocks, [{ start, end }]);
    const over = blocks.map((block) => block.start < end && block.end > start);
    expect(spread.map((ranges) => ranges.length > 0)).toEqual(over);
    expect(spread.flat().map(({ begins }) => begins)).toEqual(over.filter(Boolean).map((_over, index) => index === 0));
  });
});

describe("planBlocks", () => {
  const source = blocksOf("# Two clocks", "Every government has two clocks.", "They seldom agree.", "# More", "Third paragraph.");
  const claim = { id: "c1", number: 1, statement: "There are two.", blockIndex: 1, start: 20, end: 23 };
  const page = readingPage(source, { claims: [claim] });
  page.revision.formats = [{ kind: "emphasis", start: 5, end: 20 }];
  const blocks = planBlocks(page);

  it("anchors paragraphs by the number readers cite, and headings by their place", () => {
    expect(blocks.map(({ anchor }) => anchor)).toEqual(["b0", "p1", "p2", "b3", "p3"]);
  });

  it("gives each block its text, what formats it, and what it claims", () => {
    expect(blocks.map(({ text }) => text).join("\n")).toBe(source.text);
    expect(blocks.map(({ formats }) => formats.length)).toEqual([1, 1, 0, 0, 0]);
    expect(blocks.map(({ claims }) => claims.length)).toEqual([0, 1, 0, 0, 0]);
  });

  it("groups paragraphs under their headings", () => {
    expect(sectionsOf(blocks).map(({ heading, paragraphs }) => [heading?.text, paragraphs.map(({ anchor }) => anchor)])).toEqual([
      ["Two clocks", ["p1", "p2"]],
      ["More", ["p3"]],
    ]);
  });
});
