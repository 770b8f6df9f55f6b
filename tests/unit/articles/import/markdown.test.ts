import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { left, marks, outline, preview, prose } from "./samples";

const ship = prose("ship");
const port = prose("port");
const markdown = (...blocks: string[]) => preview(blocks.join("\n\n"), "markdown");

describe("Markdown", () => {
  it("reads headings, quotations, lists, code and tables", () => {
    const result = markdown(
      "# On Harbours",
      ship,
      "## Ships",
      "> Said\n> so.",
      "- a\n- b\n  1. c\n\n     more",
      "```\nx = 1\n\ny  = 2\n```",
      "| a | b |\n|---|---|\n| 1 | 2 |",
    );
    expect(result.draft.title).toBe("On Harbours");
    expect(outline(result)).toEqual([
      `paragraph: ${ship}`,
      "heading2: Ships",
      "quotation: Said so.",
      "listItem1: a",
      "listItem1: b",
      "listItem2: 1. c\nmore",
      "paragraph: x = 1",
      "paragraph: y  = 2",
      "paragraph: a b",
      "paragraph: 1 2",
    ]);
  });

  it("reads formatting, hard breaks, links and notes", () => {
    const result = markdown(
      "# T",
      "An *emphatic* **strong** ~~gone~~ `code` [link](https://example.org) and www.example.com.  \nNew line.[^1]",
      "[^1]: A note.",
    );
    expect(outline(result)).toEqual([
      "paragraph: An emphatic strong gone code link and www.example.com.\nNew line.1",
      "heading2: Footnotes",
      "listItem1: 1. A note.",
    ]);
    expect(marks(result)).toEqual([
      'emphasis "emphatic"',
      'strong "strong"',
      'strikethrough "gone"',
      'code "code"',
      'link "link" https://example.org',
      'link "www.example.com" http://www.example.com',
      'superscript "1"',
    ]);
    expect(result.dropped).toEqual([]);
  });

  it("treats raw HTML as HTML: nothing of it is printed", () => {
    const result = markdown(
      "# T",
      ship,
      "<script>alert(1)</script>",
      'Some <b onclick="x()">bold</b> <script>alert(2)</script>text',
      "<div onload=x>\n\nInside\n\n</div>",
      "[x](javascript:alert(3))",
    );
    expect(outline(result)).toEqual([`paragraph: ${ship}`, "paragraph: Some bold text", "paragraph: Inside", "paragraph: x"]);
    expect(left(result)).toEqual(expect.arrayContaining(["-: 2 scripts", "-: 2 event handlers"]));
  });

  it("reads the fields at the top of a file", () => {
    const result = preview(
      `---\ntitle: "On Harbours"\nsubtitle: How ships leave\nauthors:\n  - Jane Doe\n  - John Roe\ndate: 2013-10-16\nlang: en_GB\ntags: sea\n---\n\n${ship}\n\n${port}\n`,
      "markdown",
    );
    expect(result.draft).toMatchObject({
      title: "On Harbours",
      standfirst: "How ships leave",
      authors: ["Jane Doe", "John Roe"],
      published: "2013-10-16",
      language: "en-GB",
    });
    expect(result.draft.blocks.map((block) => block.text)).toEqual([ship, port]);
    expect(left(result)).toEqual(["9: tags: sea"]);
  });

  it("does not take a dividing line at the top for the beginning of fields", () => {
    expect(outline(markdown("---", "# T", ship, "---", port))).toEqual([`paragraph: ${ship}`, `paragraph: ${port}`]);
  });
});

describe("Markdown that would take minutes", () => {
  const bombs = [
    ">",
    "> ",
    "*",
    "* ",
    "_",
    "[",
    "![",
    "[a](",
    "*a ",
    "**a ",
    "a* ",
    "`",
    "<",
    "<div>",
    "- ",
    "1. ",
    "~a ",
    "[^1] ",
    "a\n=\n",
    "> a\n\n",
    "- a\n\nb\n\n",
    "a  \n",
  ];

  // What the guard prevents takes minutes, and the time-out of the test ends it.
  it.each(bombs)("comes to an end with 10,000 times %j", { timeout: 60_000 }, (bomb) => {
    try {
      preview(`${bomb.repeat(10_000)}x`, "markdown");
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
  });

  it.each([
    [`# T\n\nx\n\n${"> ".repeat(101)}y`, "Quotations and lists are nested 101 deep (line 5); at most 100 levels can be read."],
    [`# T\n\n${"[".repeat(201)}`, "Brackets or emphases are nested 201 deep (line 3); at most 200 levels can be read."],
    [
      `# T\n\n${"**a ".repeat(201)}${"b**".repeat(201)}`,
      "Brackets or emphases are nested 201 deep (line 3); at most 200 levels can be read.",
    ],
    [
      `# T\n\nbefore the end\n\n${"<div>\n\n".repeat(201)}`,
      "Elements are nested 201 deep (after “T before the end”); at most 200 levels can be read.",
    ],
    ["*a* ".repeat(5001), /many thousands of marks/],
    ["> a\n\nb\n\n".repeat(2000), /2,000 quotations, lists and underlined headings in 8,001 lines/],
    ["x\n\n".repeat(20_001), /20,001 paragraphs/],
    [
      `${"|a".repeat(6000)}|\n${"|-".repeat(6000)}|\n${"|\n".repeat(9000)}`,
      /tables of 54,006,000 cells, with those that short rows leave empty; at most 100,000/,
    ],
    [`> ${"|a".repeat(600)}|\n> ${"|-".repeat(600)}|\n${"> x\n".repeat(200)}`, /tables of 120,600 cells/],
    [`${"|a".repeat(50)}|\n${"|-".repeat(50)}|\n${"x\n".repeat(10)}\n`.repeat(200), /tables of 110,000 cells/],
    // What only JavaScript takes for a blank line is a row.
    [`${"a|".repeat(600)}\n${"-|".repeat(600)}\n${"\u00a0\n".repeat(200)}`, /tables of 120,600 cells/],
    [`a|\n-|\n${"|".repeat(100_001)}`, /tables of 100,001 cells/],
    [
      `[a]: https://example.org/${"x".repeat(99_000)}\n\n${"[a]\n\n".repeat(100)}`,
      /repeat 9,902,500 characters of link definitions; at most 4,194,304/,
    ],
    [`[A  b]: /x "${"y".repeat(90_000)}"\n\n${"![x][a B] ".repeat(100)}`, /references repeat/],
    [`[a]: /${"x".repeat(90_000)}\n[a]: /y\n[ a\u00a0]: /y\n\n${"[b [a]][a] ".repeat(50)}`, /references repeat/],
    ["word ".repeat(200_001), /1,000,005 characters long; at most 1,000,000/],
  ])("refuses %.20j and says where", (source, message) => {
    expect(() => preview(source, "markdown")).toThrow(message);
  });
});

describe("Markdown that only looks large", () => {
  it("keeps a picture written into the file by a long address, and many uses of a short one", () => {
    const source = `# T\n\n${ship}\n\n![a ship][ship]\n\n${"[on ports][p] ".repeat(1000)}\n\n[p]: https://example.org\n[ship]: <data:image/png;base64,${"A".repeat(500_000)}>\n`;
    const result = preview(source, "markdown");
    expect(left(result)).toContain("-: 1 picture");
    expect(marks(result)).toEqual(Array.from({ length: 1000 }, () => 'link "on ports" https://example.org'));
  });

  it("reads a table of a thousand cells, and underlined headings over long paragraphs", () => {
    const row = `${"|a".repeat(10)}|\n`;
    const result = preview(`# T\n\n${row}${"|-".repeat(10)}|\n${row.repeat(100)}\nPorts\n---\n${"x\n".repeat(200)}`, "markdown");
    expect(result.draft.blocks.filter(({ text }) => text === "a a a a a a a a a a")).toHaveLength(101);
  });

  it("takes a line with an NBSP for a line of its paragraph", () => {
    expect(() => preview("*a*\n\u00a0\n".repeat(5001), "markdown")).toThrow(/many thousands of marks/);
  });
});
