import { expect, it } from "vitest";
import { planClaims } from "@/lib/annotations/claim-counts";
import { layersOf } from "@/lib/annotations/layer";
import { frameworksAround, markIdIn } from "@/lib/annotations/passage-start";
import { annotation, blocksOf } from "../../fixtures/reading";

const source = blocksOf("One two three four five.");
const long = annotation(source, "long", "two three four", [["du", "supports"]]);
const short = annotation(source, "short", "two", [
  ["du", "contests"],
  ["ab", "supports"],
]);
const later = annotation(source, "later", "four five", [["re", "contests"]]);
const [layer] = layersOf(source.blocks, [long, short, later]);
if (!layer) throw new Error("there is one block");

it("leads from passages that begin together to one mark, with the name of the first", () => {
  expect([long, short, later].map((each) => markIdIn(layer, each))).toEqual(["psg-long", "psg-long", "psg-later"]);
});

it("counts the frameworks on any words of a passage, also of those that begin further on", () => {
  const around = (of: typeof long) => frameworksAround(layer, of).map(({ frameworkId }) => frameworkId);
  expect(around(long)).toEqual(["du", "ab", "re"]);
  expect(around(short)).toEqual(["du", "ab"]);
  expect(around(later)).toEqual(["du", "re"]);
});

it("gives a claim the tags on its words, and leads to a passage in it where there is one", () => {
  const claim = (start: number, end: number) => ({ id: "c", number: 1, statement: "So it is.", blockIndex: 0, start, end });
  expect(planClaims([claim(4, 7), claim(0, 3)], "p1", layer).map(({ counts, anchor }) => [counts, anchor])).toEqual([
    [{ supports: 2, contests: 1 }, "psg-long"],
    [{ supports: 0, contests: 0 }, "p1"],
  ]);
});
