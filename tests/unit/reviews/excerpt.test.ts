import fc from "fast-check";
import { expect, it } from "vitest";
import { excerptOf } from "@/lib/reviews/excerpt";
import { blocksOf } from "../../fixtures/reading";

const long = Array.from({ length: 120 }, (_, index) => `word${index}`).join(" ");

it("a passage stands among the words of its own paragraph, cut between words", () => {
  const { text, blocks } = blocksOf("First.", long, "Last.");
  const start = text.indexOf("word60");
  const excerpt = excerptOf(text, blocks, { start, end: start + 6 });
  expect(excerpt).toMatchObject({ paragraph: 2, words: "word60", isCutBefore: true, isCutAfter: true });
  expect(excerpt.before).toMatch(/^word\d+ .* $/);
  expect(excerpt.after).toMatch(/^ .* word\d+$/);
});

it("a short paragraph is shown whole, and nothing of its neighbours", () => {
  const { text, blocks } = blocksOf("First.", "It winds both.", "Last.");
  const start = text.indexOf("winds");
  expect(excerptOf(text, blocks, { start, end: start + 5 })).toEqual({
    ...{ paragraph: 2, before: "It ", words: "winds", after: " both.", isCutBefore: false, isCutAfter: false },
  });
});

it("is a stretch of the text, whatever is asked for", () => {
  const { text, blocks } = blocksOf("# A heading", long, "両国の間で。", `${long} ${long}`);
  fc.assert(
    fc.property(fc.nat(text.length - 2), fc.integer({ min: 1, max: 400 }), (start, length) => {
      const end = Math.min(text.length, start + length);
      const { before, words, after } = excerptOf(text, blocks, { start, end });
      expect(words).toBe(text.slice(start, end));
      expect(text).toContain(before + words + after);
    }),
  );
});
