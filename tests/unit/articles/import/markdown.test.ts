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

  it.each(bombs)("answers quickly to 10,000 times %j", (bomb) => {
    const started = performance.now();
    try {
      preview(`${bomb.repeat(10_000)}x`, "markdown");
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
    // Seconds, on any machine: what the guard prevents takes minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
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
    ["word ".repeat(200_001), /1,000,005 characters long; at most 1,000,000/],
  ])("refuses %.20j and says where", (source, message) => {
    expect(() => preview(source, "markdown")).toThrow(message);
  });
});
