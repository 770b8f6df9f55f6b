import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, it } from "vitest";
import type { Part } from "@/lib/letters/letter-document";
import { docxOf } from "@/lib/letters/letter-docx";
import { parseMarkdown } from "@/lib/markdown/parse";
import { documentXml, unzipped, wordLines } from "../../fixtures/letters/docx";

const words = (text: string): Part => ({ kind: "words", voice: "author", blocks: parseMarkdown(text) });
const xmlOf = async (...parts: Part[]) => documentXml(await docxOf(parts, { title: "T", authors: ["A"] }));
const named = (xml: string, name: string) => DomUtils.getElementsByTagName(name, parseDocument(xml, { xmlMode: true }));

/** Every start tag has its end, in order, and nothing stands outside of them that XML 1.0 forbids. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [, end, name, empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (name === undefined) continue;
    if (end) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
  }
  expect(open).toEqual([]);
  const text = xml.replace(/<\?xml[^>]*\?>/, "").replace(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, "");
  expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|apos;|#)/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(xml.isWellFormed()).toBe(true);
}

describe("the letter in Word", () => {
  it("is a document of the parts that Word looks for", async () => {
    const files = unzipped(await docxOf([words("a")], { title: "On “A & B”", authors: ["日本", "نور"] }));
    expect([...files.keys()]).toEqual(expect.arrayContaining(["[Content_Types].xml", "word/document.xml", "word/styles.xml"]));
    for (const [name, content] of files) if (/\.(xml|rels)$/.test(name)) expectWellFormed(content);
    expect(files.get("docProps/core.xml")).toContain("On “A &amp; B”");
    expect(files.get("docProps/core.xml")).toContain("日本, نور");
    expect(files.get("docProps/core.xml")).not.toContain("Un-named");
  });

  it("holds any character that XML can, and leaves out the others", async () => {
    const xml = await xmlOf(words('a\u0002\u000b<b> & "c" ]]> 😀\ud800 \uffff日本 e\u0301'));
    expectWellFormed(xml);
    expect(wordLines(xml).join("")).toBe('a<b> & "c" ]]> 😀\ufffd 日本 e\u0301');
  });

  it("sets each paragraph in its script’s direction", async () => {
    const xml = await xmlOf(words("Left\n\n**«مرحبا»** left\n\n1. שלום"));
    const isRightToLeft = named(xml, "w:p").map((paragraph) => {
      const [mark] = DomUtils.getElementsByTagName("w:bidi", paragraph);
      return mark !== undefined && mark.attribs["w:val"] !== "false";
    });
    expect(isRightToLeft).toEqual([false, true, true]);
  });

  it("has real headings, and links that lead where they led", async () => {
    const files = unzipped(
      await docxOf(
        [
          { kind: "title", text: "T" },
          { kind: "heading", level: 2, text: "Two", id: null },
          { kind: "heading", level: 3, text: "Three", id: "x" },
          words("[here](https://a.b/?c=1&d=%22)"),
        ],
        { title: "T", authors: [] },
      ),
    );
    const xml = files.get("word/document.xml") ?? "";
    expect(named(xml, "w:pStyle").map(({ attribs }) => attribs["w:val"])).toEqual(["Title", "Heading1", "Heading2"]);
    const links = DomUtils.getElementsByTagName(
      "Relationship",
      parseDocument(files.get("word/_rels/document.xml.rels") ?? "", { xmlMode: true }),
    );
    expect(links.map(({ attribs }) => attribs.Target)).toContain("https://a.b/?c=1&d=%22");
    expectWellFormed(files.get("word/_rels/document.xml.rels") ?? "");
  });

  it("keeps the lines of code and the numbers of lists", async () => {
    const xml = await xmlOf(words("```\na\n  b\n```\n\n7. x\n8. y\n   - z\n\n> q"));
    expect(wordLines(xml)).toEqual(["a\n  b", "7.\tx", "8.\ty", "•\tz", "q"]);
  });
});
