import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseMarkdown } from "@/lib/markdown/parse";
import type { RichBlock, RichInline } from "@/lib/markdown/rich";
import { excerptOf, plainTextOf } from "@/lib/markdown/text";
import { hardText } from "../fixtures/anchoring/hard-text";

const href = z.string().regex(/^(https?:\/\/|mailto:)/);
const inline: z.ZodType<RichInline> = z.lazy(() =>
  z.union([
    z.string().min(1),
    z.strictObject({ kind: z.enum(["emphasis", "strong", "strikethrough"]), children: z.array(inline) }),
    z.strictObject({ kind: z.literal("code"), text: z.string() }),
    z.strictObject({ kind: z.literal("link"), href, children: z.array(inline).min(1) }),
    z.strictObject({ kind: z.literal("mention"), name: z.enum(["Ann", "Ann Lee", "田中"]) }),
    z.strictObject({ kind: z.literal("break") }),
  ]),
);
const block: z.ZodType<RichBlock> = z.lazy(() =>
  z.union([
    z.strictObject({ kind: z.literal("paragraph"), children: z.array(inline).min(1) }),
    z.strictObject({ kind: z.literal("quotation"), children: z.array(block) }),
    z.strictObject({ kind: z.literal("list"), isOrdered: z.boolean(), start: z.int().min(0), items: z.array(z.array(block)) }),
    z.strictObject({ kind: z.literal("code"), text: z.string() }),
  ]),
);

const mentions = ["Ann", "Ann Lee", "田中"];
const marks = [
  "*",
  "**",
  "_",
  "x~~",
  "`",
  "[",
  "](",
  ")",
  "](http://a.b)",
  "](javascript:x)",
  "![",
  "<",
  ">",
  "> ",
  "- ",
  "1. ",
  "# ",
] as const;
const more = [
  "```\n",
  "\\",
  "&amp;",
  "&#106;",
  "|",
  "\n",
  "\n\n",
  "    ",
  "\t",
  "www.a.b",
  "https://c.d/",
  "x@y.z",
  "@Ann",
  "@田中",
  "---\n",
  "=",
] as const;
/** Texts of marks and of hard characters, of which some are repeated so often that they would take long. */
const source = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...marks, ...more), hardText, fc.constantFrom("a", " ")), { maxLength: 30 }),
    fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 1000 }) }),
  )
  .map(([pieces, times]) => pieces.join("").slice(0, 12_000).repeat(times).slice(0, 12_000));

/** How deep nodes are nested. */
function depthOf(node: RichBlock | RichInline): number {
  if (typeof node === "string") return 0;
  const inner = "items" in node ? node.items.flat() : "children" in node ? node.children : [];
  return 1 + Math.max(0, ...inner.map(depthOf));
}

describe("Markdown", () => {
  it("becomes allow-listed nodes whose addresses are safe, a few levels deep, whatever it says", () => {
    fc.assert(
      fc.property(source, (text) => {
        const blocks = parseMarkdown(text, { mentions });
        expect(z.array(block).safeParse(blocks).error).toBeUndefined();
        expect(Math.max(0, ...blocks.map(depthOf))).toBeLessThanOrEqual(20);
        // Nothing short becomes long.
        expect(JSON.stringify(blocks).length).toBeLessThan(400 + 80 * text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it("loses no word", () => {
    const glue = fc.constantFrom(
      "*",
      "**",
      "_",
      "x~~",
      "x`",
      "[",
      "](",
      ")",
      "![",
      "<",
      ">",
      "> ",
      "- ",
      "1. ",
      "# ",
      "\n",
      "\n\n",
      " ",
      "|",
      "    ",
      "!",
    );
    fc.assert(
      fc.property(fc.array(fc.array(glue, { minLength: 1, maxLength: 4 }), { maxLength: 40 }), (gaps) => {
        const words = gaps.map((_, index) => `w${index}w`);
        const text = plainTextOf(parseMarkdown(gaps.map((gap, index) => gap.join("") + words[index]).join("")));
        expect(words.filter((word) => !text.includes(word))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads text without marks as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("word", "言葉", "كلمة", "😀", "é"), { minLength: 1, maxLength: 30 }), (words) => {
        expect(parseMarkdown(words.join(" "))).toEqual([{ kind: "paragraph", children: [words.join(" ")] }]);
      }),
    );
  });

  it("is excerpted to the length that was asked for, in whole characters", () => {
    const characters = new Intl.Segmenter([], { granularity: "grapheme" });
    fc.assert(
      fc.property(source, fc.integer({ min: 1, max: 300 }), (text, length) => {
        const blocks = parseMarkdown(text);
        const whole = plainTextOf(blocks).replace(/\s+/gu, " ").trim();
        const excerpt = excerptOf(blocks, length);
        expect(excerpt.length).toBeLessThanOrEqual(length);
        if (excerpt === whole) return;
        const kept = excerpt.slice(0, -1);
        expect(whole.startsWith(kept)).toBe(true);
        const edges = new Set([...characters.segment(whole)].map(({ index }) => index));
        expect(edges.has(kept.length)).toBe(true);
      }),
    );
  });
});
