import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Balance } from "@/components/frameworks/balance";
import { drawHedge } from "@/components/frameworks/hedge-drawing";
import { describeProfile } from "@/components/frameworks/hedge-profile";

const column = (paragraph: number, supports: number, contests: number) => ({
  paragraph,
  cells: supports + contests === 0 ? [] : [{ frameworkId: "du", supports, contests }],
});
const boxes = (paths: { path: string }[]) => paths.reduce((sum, { path }) => sum + path.split("M").length - 1, 0);

describe("drawHedge", () => {
  it("draws a block for every tag while blocks can be told apart", () => {
    const drawing = drawHedge([column(1, 3, 2), column(2, 0, 0), column(3, 1, 0)], () => 1, "small");
    expect(boxes(drawing.supports)).toBe(4);
    expect(boxes(drawing.contests)).toBe(2);
  });

  it("melts the blocks of a tall column into one bar that stays in its room", () => {
    const drawing = drawHedge([column(1, 300, 200)], () => 1, "small");
    expect(boxes(drawing.supports)).toBe(1);
    expect(drawing.height).toBeLessThanOrEqual(60);
  });

  it("keeps the columns of a long article in the room of a row", () => {
    const profile = Array.from({ length: 400 }, (_, index) => column(index + 1, 1, 0));
    expect(drawHedge(profile, () => 1, "small").width).toBeLessThanOrEqual(182);
  });

  it("can be drawn of nothing", () => {
    expect(drawHedge([], () => 1, "large")).toMatchObject({ supports: [], contests: [] });
  });
});

describe("describeProfile", () => {
  it("says in numbers what the picture shows", () => {
    expect(describeProfile([column(1, 3, 2), column(2, 1, 0)])).toBe(
      "2 paragraphs: 4 tags support, 2 contest; the most tagged is ¶ 1, 3 support, 2 contest",
    );
  });

  it("says that there is nothing yet", () => {
    expect(describeProfile([column(1, 0, 0)])).toBe("1 paragraph, no tags yet");
  });
});

describe("Balance", () => {
  it("prints its numbers only where blocks cannot be counted any more", () => {
    expect(renderToStaticMarkup(<Balance supports={5} contests={4} />)).not.toContain("<text");
    const bar = renderToStaticMarkup(<Balance supports={18} contests={6} />);
    expect(bar).toContain(">18</text>");
    expect(bar).toContain('aria-label="18 support, 6 contest"');
  });
});
