import { describe, expect, it } from "vitest";
import { planReading } from "@/lib/articles/reading-plan";
import { spreadOverBlocks } from "@/lib/articles/spread";
import { annotation, blocksOf, readingPage } from "../../fixtures/reading";

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

describe("planReading", () => {
  const source = blocksOf("# Two clocks", "Every government has two clocks.", "They seldom agree.", "# More", "Third paragraph.");
  const annotations = [
    annotation(source, "a", "two clocks", [
      ["du", "supports"],
      ["ab", "contests"],
    ]),
    annotation(source, "b", "agree", [["du", "supports"]]),
  ];
  const claims = [
    {
      id: "c1",
      number: 1,
      statement: "There are two.",
      blockIndex: 1,
      start: source.text.indexOf("two"),
      end: source.text.indexOf("two") + 3,
    },
    {
      id: "c2",
      number: 2,
      statement: "Every one has.",
      blockIndex: 1,
      start: source.text.indexOf("Every"),
      end: source.text.indexOf("Every") + 5,
    },
  ];
  const plan = planReading(readingPage(source, { annotations, claims }));

  it("anchors paragraphs by the number readers cite, and headings by their place", () => {
    expect(plan.blocks.map(({ anchor }) => anchor)).toEqual(["b0", "p1", "p2", "b3", "p3"]);
  });

  it("groups paragraphs under their headings", () => {
    expect(plan.sections.map(({ heading, paragraphs }) => [heading?.text, paragraphs.map(({ anchor }) => anchor)])).toEqual([
      ["Two clocks", ["p1", "p2"]],
      ["More", ["p3"]],
    ]);
  });

  it("counts tags where their passages begin, and the frameworks used", () => {
    expect(plan.blocks.map(({ counts }) => [counts.supports, counts.contests])).toEqual([
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(plan.used.map(({ frameworkId, supports, contests }) => [frameworkId, supports, contests])).toEqual([
      ["du", 2, 0],
      ["ab", 0, 1],
    ]);
    expect(plan.most).toBe(1);
  });

  it("gives a claim the tags on its words, and leads to a passage in it where there is one", () => {
    expect(plan.blocks[1]?.claims.map(({ counts, anchor }) => [counts, anchor])).toEqual([
      [{ supports: 1, contests: 1 }, "psg-a"],
      [{ supports: 0, contests: 0 }, "p1"],
    ]);
  });
});
