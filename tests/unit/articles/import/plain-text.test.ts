import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { outline, preview, prose } from "./samples";

const body = [prose("ship"), prose("port"), prose("sail")];
const [ship = "", port = "", sail = ""] = body;

const article = (...paragraphs: string[]) => preview(paragraphs.join("\n\n"));

describe("paragraphs", () => {
  it("undoes hard wraps, and only those", () => {
    const wrapped = (text: string) => text.replace(/(.{1,70})(?: |$)/g, "$1\n").trimEnd();
    const { draft } = preview(["On Harbours", wrapped(ship), wrapped(port), "Roses are red\nViolets are blue"].join("\n\n"));
    expect(draft.blocks.map((block) => block.text)).toEqual([ship, port, "Roses are red\nViolets are blue"]);
  });

  it("joins wrapped Japanese without spaces, and wrapped hyphens without losing them", () => {
    const line = "日本の同盟政策について、これまで多くの研究が積み重ねられてきた。";
    const { draft } = preview(`題\n\n${line}\n${line}\n${line.slice(0, 12)}`);
    expect(draft.blocks[0]?.text).toBe(`${line}${line}${line.slice(0, 12)}`);
    const hyphen = "This line is wrapped after a hyphen, as editors do with words of the U.S.-\nJapan kind, which stay whole.";
    expect(preview(`Title\n\n${hyphen}`).draft.blocks[0]?.text).toBe(hyphen.replace("\n", ""));
  });

  it("takes long lines without blank ones between them for paragraphs", () => {
    expect(preview(`Title\n\n${body.join("\n")}`).draft.blocks.map((block) => block.text)).toEqual(body);
  });

  it("takes indented first lines for paragraphs", () => {
    const { draft } = preview("Title\n\n    The first line is indented here,\nthe second is not.\n    Another paragraph begins.");
    expect(draft.blocks.map((block) => block.text)).toEqual([
      "The first line is indented here,\nthe second is not.",
      "Another paragraph begins.",
    ]);
  });

  it("keeps every character: NBSP, ideographic space, decomposed letters, quotes", () => {
    const text = `\u3000“Cafe\u0301”\u00a0—\u2009vis-à-vis\u200b ${ship}\u00a0`;
    expect(preview(`Title\r\n\r\n  ${text}  \r\n\r\n${port}`).draft.blocks.map((block) => block.text)).toEqual([text, port]);
  });

  it("reads any kind of line end", () => {
    for (const end of ["\n", "\r\n", "\r", "\u2028", "\u0085"]) {
      expect(preview(["Title", "", ship, "", port].join(end)).draft.blocks).toHaveLength(2);
    }
  });
});

describe("lists and headings", () => {
  it("makes list items, nested by indentation, numbers kept", () => {
    const result = article("Title", ship, "- one\n- two\n  which goes on\n  - inner\n- three", "• dot", "1. first\n2) second", port);
    expect(outline(result)).toEqual([
      `paragraph: ${ship}`,
      "listItem1: one",
      "listItem1: two which goes on",
      "listItem2: inner",
      "listItem1: three",
      "listItem1: dot",
      "listItem1: 1. first",
      "listItem1: 2) second",
      `paragraph: ${port}`,
    ]);
  });

  it("takes short lines before long paragraphs for headings", () => {
    const result = article("Title", ship, "The Second Part", port, "1. Ships", sail, "1.2 Sails", ship);
    expect(outline(result).filter((block) => block.startsWith("heading"))).toEqual([
      "heading2: The Second Part",
      "heading2: 1. Ships",
      "heading3: 1.2 Sails",
    ]);
  });

  it.each([
    ["a sentence", "Nothing followed."],
    ["a question", "Why ships?"],
    ["a quotation", "“The ships”"],
    ["a lower-case line", "the second part"],
    ["two lines", "The Second\nPart"],
  ])("does not take %s for a heading", (_, line) => {
    expect(article("Title", ship, line, port).draft.blocks.every((block) => block.kind === "paragraph")).toBe(true);
  });

  it("does not take a short line before another short one for a heading", () => {
    expect(article("Title", ship, "The Second Part", "It is short.").draft.blocks.every((block) => block.kind === "paragraph")).toBe(true);
  });
});

describe("refusals", () => {
  it.each([
    ["a title alone", "On Harbours", /without paragraphs/],
    ["promotion alone", "On Harbours\n\nAdvertisement", /without paragraphs/],
    [
      "an overlong paragraph",
      `Title\n\n${ship}\n\nStart ${"x".repeat(50_000)}`,
      /Paragraph 2 \(line 5, “Start x+…”\) has 50,006 characters; at most 50,000/,
    ],
    ["too many paragraphs", `Title\n\n${"x y\n\n".repeat(20_001)}`, /20,002 paragraphs; .* at most 20,000/],
    ["too many lines", `Title\n\n${"x\n".repeat(200_001)}`, /200,004 lines; at most 200,000/],
    ["an overlong comment", `Title\n\n${ship}\n\nComments\n\n  • Ann\n\n    ${"x".repeat(50_001)}`, /Comment 1 .*50,001 characters/],
  ])("refuses %s", (_, text, message) => {
    expect(() => preview(text)).toThrow(message);
    expect(() => preview(text)).toThrow(AppError);
  });
});
