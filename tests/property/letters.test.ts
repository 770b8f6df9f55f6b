import fc from "fast-check";
import { DomUtils, parseDocument } from "htmlparser2";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import type { Part } from "@/lib/letters/letter-document";
import { markdownOf } from "@/lib/letters/letter-markdown";
import { parseMarkdown, safeHref } from "@/lib/markdown/parse";
import type { RichBlock, RichInline } from "@/lib/markdown/rich";
import { dense, textsOf } from "../fixtures/letters/texts";

const piece = fc.constantFrom(
  ...[
    "word",
    "日本",
    "é",
    "😀",
    " ",
    "# ",
    "#",
    "- ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "*",
    "_",
    "**",
    "~~",
    "~",
    "`",
    "```",
    "[",
    "]",
    "](",
    "(http://a.b)",
  ],
  ...[
    "<b>",
    "</b>",
    "<!--",
    "&amp;",
    "&#65;",
    "\\",
    "|",
    "|---|",
    ":--",
    "---",
    "===",
    "$x$",
    "^1",
    "[^1]",
    "[^1]: ",
    "[a]: b",
    "@key",
    "+ ",
    "!",
    "www.a.b",
  ],
);
const line = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join("").replace(/\s+/g, " ").trim())
  .filter((text) => text !== "");
const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => all.join("\n"));

const part: fc.Arbitrary<Part> = fc.oneof(
  line.map((text): Part => ({ kind: "heading", level: 3, text, id: null })),
  line.map((text): Part => ({ kind: "line", role: "label", text })),
  line.map((text): Part => ({ kind: "line", role: "note", text })),
  lines.map((text): Part => ({ kind: "quotation", text, language: "en" })),
  lines.map((text): Part => ({ kind: "words", voice: "critic", blocks: parseMarkdown(text) })),
);

function linksIn(node: RichBlock | RichInline): string[] {
  if (typeof node === "string") return [];
  const inner = "items" in node ? node.items.flat() : "children" in node ? node.children : [];
  return [...("href" in node ? [node.href] : []), ...inner.flatMap(linksIn)];
}

describe("a letter in Markdown", () => {
  it("reads back as the same texts under the same headings, with no table, note or link of the text’s own making", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const html = micromark(markdownOf(parts), { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
        const tree = parseDocument(html);
        expect(dense(DomUtils.textContent(tree))).toBe(dense(textsOf(parts).join("")));
        const count = (name: string) => DomUtils.getElementsByTagName(name, tree).length;
        expect(["h1", "h2", "table", "section", "input", "img"].map(count)).toEqual([0, 0, 0, 0, 0, 0]);
        expect(count("h3")).toBe(parts.filter(({ kind }) => kind === "heading").length);
        // Brackets in an address may be written either way.
        const links = parts.flatMap((one) => (one.kind === "words" ? one.blocks.flatMap(linksIn) : []));
        expect(
          DomUtils.getElementsByTagName("a", tree).map(({ attribs }) => decodeURIComponent(safeHref(attribs.href ?? "") ?? "")),
        ).toEqual(links.map(decodeURIComponent));
      }),
      { numRuns: 500 },
    );
  });
});
