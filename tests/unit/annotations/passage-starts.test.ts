import { expect, it } from "vitest";
import { planReading } from "@/lib/articles/reading-plan";
import { annotation, blocksOf, readingPage } from "../../fixtures/reading";

const source = blocksOf("One two three four five.");
const annotations = [
  annotation(source, "long", "two three four", [["du", "supports"]]),
  annotation(source, "short", "two", [
    ["du", "contests"],
    ["ab", "supports"],
  ]),
  annotation(source, "later", "four five", [["re", "contests"]]),
];
const { starts, firstMarkId } = planReading(readingPage(source, { annotations }));

it("gives passages that begin together one mark, with the id of the first", () => {
  expect(starts.get("long")?.markId).toBe("psg-long");
  expect(starts.get("short")?.markId).toBe("psg-long");
  expect(starts.get("later")?.markId).toBe("psg-later");
  expect(firstMarkId).toBe("psg-long");
});

it("counts what is on the first words", () => {
  expect(starts.get("short")?.here).toEqual([
    { frameworkId: "du", annotationId: "long", supports: 1, contests: 1 },
    { frameworkId: "ab", annotationId: "short", supports: 1, contests: 0 },
  ]);
});

it("counts what is on any words, also of passages that begin further on", () => {
  const around = (id: string) => starts.get(id)?.around.map(({ frameworkId }) => frameworkId);
  expect(around("long")).toEqual(["du", "ab", "re"]);
  expect(around("short")).toEqual(["du", "ab"]);
  expect(around("later")).toEqual(["du", "re"]);
});
