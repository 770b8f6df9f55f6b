import { describe, expect, it } from "vitest";
import { parseMarkdown } from "@/lib/markdown/parse";
import type { RichBlock, RichInline } from "@/lib/markdown/rich";
import { excerptOf, plainBlocks, plainTextOf } from "@/lib/markdown/text";

const p = (...children: RichInline[]): RichBlock => ({ kind: "paragraph", children });
const link = (href: string, ...children: RichInline[]): RichInline => ({ kind: "link", href, children });
const br: RichInline = { kind: "break" };

describe("parseMarkdown", () => {
  it.each<[what: string, source: string, blocks: RichBlock[]]>([
    ["nothing", " \n ", []],
    ["paragraphs and lines", "One\ntwo\n\nThree", [p("One", br, "two"), p("Three")]],
    [
      "emphasis",
      "*a* **b** ~~c~~ `d*`",
      [
        p(
          { kind: "emphasis", children: ["a"] },
          " ",
          { kind: "strong", children: ["b"] },
          " ",
          { kind: "strikethrough", children: ["c"] },
          " ",
          { kind: "code", text: "d*" },
        ),
      ],
    ],
    ["a single tilde", "~5 to ~7", [p("~5 to ~7")]],
    ["a heading", "# On *hedging*", [p({ kind: "strong", children: ["On ", { kind: "emphasis", children: ["hedging"] }] })]],
    ["a signature", "So it is.\n--\nA.", [p("So it is.", br, "--", br, "A.")]],
    ["a line", "a\n\n---\n\nb", [p("a"), p("---"), p("b")]],
    ["indented text", "    four spaces", [p("four spaces")]],
    ["a quotation", "> a\n> b\n\nc", [{ kind: "quotation", children: [p("a", br, "b")] }, p("c")]],
    [
      "a list",
      "3. a\n4. b\n   - c",
      [
        {
          kind: "list",
          isOrdered: true,
          start: 3,
          items: [[p("a")], [p("b"), { kind: "list", isOrdered: false, start: 1, items: [[p("c")]] }]],
        },
      ],
    ],
    ["a code block", "```js\n<b>*a*\n```", [{ kind: "code", text: "<b>*a*" }]],
    [
      "HTML",
      "<script>alert(1)</script> <b onclick=x>*a*</b>",
      [p("<script>alert(1)</script> <b onclick=x>", { kind: "emphasis", children: ["a"] }, "</b>")],
    ],
    ["a table", "| a | b |\n|---|---|\n| 1 | 2 |", [p("| a | b |", br, "|---|---|", br, "| 1 | 2 |")]],
    ["a footnote", "a[^1]\n\n[^1]: b", [p("a[^1]"), p("[^1]: b")]],
    ["a definition", "[a]\n\n[a]: http://b.c", [p("[a]"), p("[a]: ", link("http://b.c/", "http://b.c"))]],
    ["a link", "[a *b*](https://c.d/é 'title')", [p(link("https://c.d/%C3%A9", "a ", { kind: "emphasis", children: ["b"] }))]],
    ["a link without words", "[](https://c.d)", [p(link("https://c.d/", "https://c.d"))]],
    [
      "bare addresses",
      "See www.a.org, https://b.org/c(d). Or x@y.org!",
      [
        p(
          "See ",
          link("http://www.a.org/", "www.a.org"),
          ", ",
          link("https://b.org/c(d)", "https://b.org/c(d)"),
          ". Or ",
          link("mailto:x@y.org", "x@y.org"),
          "!",
        ),
      ],
    ],
    [
      "an address that runs a script",
      "[a](javascript:alert(1)) [b](data:text/html,x) [c](/inbox) <JavaScript:x>",
      [p("[a](javascript:alert(1)) [b](data:text/html,x) [c](/inbox) <JavaScript:x>")],
    ],
    [
      "an address hidden in characters",
      "[a](java&#115;cript:alert(1)) [b](\\javascript:x)",
      [p("[a](java&#115;cript:alert(1)) [b](\\javascript:x)")],
    ],
    [
      "a picture",
      "![A *map*](https://a.b/c.png) ![](https://a.b/) ![x](javascript:y)",
      [p(link("https://a.b/c.png", "A map"), " ", link("https://a.b/", "https://a.b/"), " ![x](javascript:y)")],
    ],
    ["a picture in a link", "[![a](https://b.c)](https://d.e)", [p(link("https://d.e/", "a"))]],
    ["words on the line of a fence", "``` here is more\na\n```", [{ kind: "code", text: "here is more\na" }]],
    ["characters written by name", "&lt;b&gt; &copy;", [p("<b> ©")]],
  ])("reads %s", (_what, source, blocks) => {
    expect(parseMarkdown(source)).toEqual(blocks);
  });

  it.each<[text: string, names: string[], children: RichInline[]]>([
    ["@Ann, @Ann Lee!", ["Ann", "Ann Lee"], [{ kind: "mention", name: "Ann" }, ", ", { kind: "mention", name: "Ann Lee" }, "!"]],
    ["@Anna’s and @Anna", ["Ann"], ["@Anna’s and @Anna"]],
    [
      "(@Ann’s) _@Ann_",
      ["Ann"],
      ["(", { kind: "mention", name: "Ann" }, "’s) ", { kind: "emphasis", children: [{ kind: "mention", name: "Ann" }] }],
    ],
    ["a@Ann `@Ann` [@Ann](http://a.b)", ["Ann"], ["a@Ann ", { kind: "code", text: "@Ann" }, " ", link("http://a.b/", "@Ann")]],
    ["昨日@田中さんが", ["田中"], ["昨日", { kind: "mention", name: "田中" }, "さんが"]],
    ["@Nathan W. Novak.", ["Nathan W. Novak"], [{ kind: "mention", name: "Nathan W. Novak" }, "."]],
    ["@Jose\u0301 @Jose", ["Jose"], ["@Jose\u0301 ", { kind: "mention", name: "Jose" }]],
    ["@نور يا", ["نور"], [{ kind: "mention", name: "نور" }, " يا"]],
  ])("finds who is mentioned in %s", (text, mentions, children) => {
    expect(parseMarkdown(text, { mentions })).toEqual([p(...children)]);
  });

  it.each([[">".repeat(9000)], ["*a ".repeat(3300)], ["1. ".repeat(3300)], ["* a\n".repeat(2500)], ["a ".repeat(5001)]])(
    "shows what would take long as it was typed",
    (source) => {
      expect(parseMarkdown(source)).toEqual(plainBlocks(source));
    },
  );

  it("nests a few levels deep, and keeps what stands deeper", () => {
    const source = Array.from({ length: 14 }, (_, index) => `${"  ".repeat(index)}- ${index}`).join("\n");
    const depth = (block: RichBlock): number =>
      1 + Math.max(0, ...(block.kind === "list" ? block.items.flat() : block.kind === "quotation" ? block.children : []).map(depth));
    const blocks = parseMarkdown(source);
    expect(Math.max(...blocks.map(depth))).toBe(9);
    expect(plainTextOf(blocks).match(/\d+/g)).toEqual(Array.from({ length: 14 }, (_, index) => String(index)));
  });
});

describe("plainBlocks", () => {
  it("keeps paragraphs and lines, and reads no marks", () => {
    expect(plainBlocks("*One*\r\ntwo\n \n\n> Three ")).toEqual([p("*One*", br, "two"), p("> Three")]);
  });
});

describe("excerptOf", () => {
  it.each([
    ["**Short** and\nwhole", 20, "Short and whole"],
    ["Between two words it is cut", 20, "Between two words…"],
    ["👩‍👩‍👧‍👦".repeat(4), 30, `${"👩‍👩‍👧‍👦".repeat(2)}…`],
    ["日本語の文章には空白がない", 6, "日本語の文…"],
    ["- a\n- @b\n\n> c", 80, "a @b c"],
  ])("shortens %s", (source, length, excerpt) => {
    expect(excerptOf(parseMarkdown(source), length)).toBe(excerpt);
  });
});
