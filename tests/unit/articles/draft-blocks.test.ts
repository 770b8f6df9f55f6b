import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joined, splitAtBlankLines, withText } from "@/lib/articles/draft-blocks";
import { type DraftBlock, draftBlockSchema, type FormatRange, MAX_BLOCK_LENGTH } from "@/lib/articles/schema";

const emphasis = (start: number, end: number): FormatRange => ({ kind: "emphasis", start, end });
const block = (text: string, ...formats: FormatRange[]): DraftBlock => ({ kind: "paragraph", text, formats });

describe("withText", () => {
  test.each([
    ["before the change it stays", "one two three", emphasis(0, 3), "one two four", [emphasis(0, 3)]],
    ["after the change it moves", "one two three", emphasis(8, 13), "a one two three", [emphasis(10, 15)]],
    ["around the change it stretches", "one two three", emphasis(0, 13), "one 2 three", [emphasis(0, 11)]],
    ["reaching into the change from the left it is cut", "one two three", emphasis(0, 6), "one 2 three", [emphasis(0, 4)]],
    ["reaching into the change from the right it is cut", "one two three", emphasis(5, 13), "one 2 three", [emphasis(5, 11)]],
    ["inside the change it is lost", "one two three", emphasis(4, 7), "one 2 three", []],
  ])("formatting %s", (_, before, range, after, expected) => {
    expect(withText(block(before, range), after).block.formats).toEqual(expected);
  });
  test("never cuts a surrogate pair in two", () => {
    // U+1D400 and U+1D401 share their first half
    expect(withText(block("\u{1d400}", emphasis(0, 2)), "\u{1d401}").block.formats).toEqual([]);
  });
});

test("any edit of any formatted block still fits the schema", () => {
  const words = fc
    .array(fc.constantFrom("a", "bb", " ", "\n", "é", "\u{1d400}", "東"), { minLength: 1, maxLength: 30 })
    .map((list) => list.join(""));
  fc.assert(
    fc.property(words, words, fc.uniqueArray(fc.nat(40)), fc.uniqueArray(fc.nat(40)), (before, after, first, second) => {
      const pairs = (offsets: number[]) =>
        offsets
          .sort((a, b) => a - b)
          .flatMap((start, index) => ({ start, end: offsets[index + 1] ?? 0 }))
          .filter((range) => range.end > range.start && range.end <= before.length);
      const formats = [
        ...pairs(first).map(({ start, end }) => emphasis(start, end)),
        ...pairs(second).map(({ start, end }): FormatRange => ({ kind: "link", start, end, href: `https://example.org/${start}` })),
      ];
      const parts = splitAtBlankLines(withText(block(before, ...formats), after).block);
      for (const part of parts) expect(draftBlockSchema.safeParse(part).success).toBe(true);
      const whole = parts.slice(1).reduce<DraftBlock | null>((first, second) => first && joined(first, second), parts[0] ?? null);
      if (whole) expect(draftBlockSchema.safeParse(whole).success).toBe(true);
      expect(parts.map((part) => part.text.replace(/\s/g, "")).join("")).toBe(after.replace(/\s/g, ""));
    }),
  );
});

describe("joined", () => {
  test("puts a space between words, and moves the second's formatting", () => {
    expect(joined(block("one ", emphasis(0, 4)), block(" two", emphasis(1, 4)))).toEqual(block("one two", emphasis(0, 3), emphasis(4, 7)));
  });
  test("puts none where a script has none", () => {
    expect(joined(block("同盟"), block("関係"))?.text).toBe("同盟関係");
  });
  test("refuses what would be too long", () => {
    const half = "x".repeat(MAX_BLOCK_LENGTH / 2);
    expect(joined(block(half), block(half))).toBeNull();
  });
});

describe("splitAtBlankLines", () => {
  test("shares out the formatting", () => {
    expect(splitAtBlankLines(block("one two\n\nthree", emphasis(4, 12)))).toEqual([
      block("one two", emphasis(4, 7)),
      block("three", emphasis(0, 3)),
    ]);
  });
  test("leaves single line breaks alone", () => {
    expect(splitAtBlankLines(block("a line\nanother"))).toHaveLength(1);
  });
});
