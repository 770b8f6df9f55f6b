import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { left, outline, preview, prose } from "./samples";

const body = [prose("ship"), prose("port"), prose("sail")];
const [ship = "", port = "", sail = ""] = body;

const article = (...paragraphs: string[]) => preview(paragraphs.join("\n\n"));

describe("title and head", () => {
  it("takes the first line as title", () => {
    const { draft } = article("On Harbours", ...body);
    expect(draft.title).toBe("On Harbours");
    expect(draft.blocks.map((block) => block.text)).toEqual(body);
    expect(draft.authors).toEqual([]);
    expect(draft).not.toHaveProperty("standfirst");
    expect(draft).not.toHaveProperty("biography");
  });

  it("takes a title that stands right on the text", () => {
    const { draft } = preview(`On Harbours\n${ship}\n${port}`);
    expect(draft.title).toBe("On Harbours");
    expect(draft.blocks.map((block) => block.text)).toEqual([ship, port]);
  });

  it("does not take a long paragraph for a title, and says so", () => {
    const result = preview(`${ship}\n\n${port}`, "text", "/tmp/on-the_harbours.txt");
    expect(result.draft.title).toBe("on the harbours");
    expect(result.draft.blocks).toHaveLength(2);
    expect(result.dropped).toEqual([{ line: 1, text: "on the harbours", why: expect.stringContaining("No title") }]);
    expect(preview(`${ship}\n\n${port}`).draft.title).toMatch(/^Ship .*…$/);
  });

  it.each([
    ["a question", "Why would ships leave their harbours at night?"],
    ["a sentence", "Ships leave the U.S. harbours at night."],
    ["a phrase", "How ships came to leave their harbours at night"],
  ])("takes %s before the body as standfirst", (_, standfirst) => {
    const { draft } = article("On Harbours", standfirst, ...body);
    expect(draft.standfirst).toBe(standfirst);
    expect(draft.blocks.map((block) => block.text)).toEqual(body);
  });

  it.each([
    ["two sentences", "Ships left their harbours. It was night."],
    ["a long paragraph", prose("tide", 200)],
  ])("does not take %s as standfirst", (_, first) => {
    const { draft } = article("On Harbours", first, ...body);
    expect(draft).not.toHaveProperty("standfirst");
    expect(draft.blocks).toHaveLength(4);
  });

  it("takes byline and date, wherever they stand in the head", () => {
    for (const head of ["By Jane Doe\n\nOctober 16, 2013", "October 16, 2013\nBy Jane Doe", "By Jane Doe | October 16, 2013"]) {
      const { draft, dropped } = preview(`On Harbours\n${head}\n\n${body.join("\n\n")}`);
      expect(draft).toMatchObject({ title: "On Harbours", authors: ["Jane Doe"], published: "October 16, 2013" });
      expect(draft.blocks).toHaveLength(3);
      expect(dropped).toEqual([]);
    }
  });
});

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

describe("what is left out", () => {
  it("drops promotion, glued credits and dividers, with line and reason", () => {
    const result = article(
      "Title",
      `ships-harbour-nightEvery ${ship}`,
      "READ\u00a0 Why is the Sea Salt?",
      port,
      "* * *",
      "Advertisement",
      sail,
    );
    expect(outline(result)).toEqual([`paragraph: Every ${ship}`, `paragraph: ${port}`, `paragraph: ${sail}`]);
    expect(left(result)).toEqual(["3: ships-harbour-night", "5: READ Why is the Sea Salt?", "9: * * *", "11: Advertisement"]);
    expect(result.dropped.every((part) => /\.$/.test(part.why))).toBe(true);
  });

  it("shortens what it lists, never in the middle of a character", () => {
    const [dropped] = article("Title", ship, `Share this ${"😀".repeat(17)}`, `READ MORE: ${"x".repeat(188)}${"😀".repeat(15)}`).dropped;
    expect(dropped?.text.length).toBeLessThanOrEqual(200);
    const long = article("Title", ship, `READ MORE: ${"x".repeat(188)}${"😀".repeat(15)}`).dropped[0]?.text ?? "";
    expect(long).toHaveLength(199);
    expect(/\p{Surrogate}/u.test(long)).toBe(false);
  });
});

describe("biography", () => {
  const biography = "Jane Q. Doe is a doctoral student in history at a university.";

  it("takes the last paragraph, and its author where there is no byline", () => {
    const { draft } = article("Title", ship, port, biography, "The views expressed here are her own.");
    expect(draft).toMatchObject({ authors: ["Jane Q. Doe"], biography: `${biography}\n\nThe views expressed here are her own.` });
    expect(draft.blocks).toHaveLength(2);
  });

  it("takes several", () => {
    const { draft } = article("Title", ship, port, biography, "John Roe is a professor of law.");
    expect(draft.authors).toEqual(["Jane Q. Doe", "John Roe"]);
    expect(draft.biography).toBe(`${biography}\n\nJohn Roe is a professor of law.`);
  });

  it("believes a byline over a biography", () => {
    expect(article("Title", "By Ann Poe", ship, port, "Ann Poe lives by the sea.").draft).toMatchObject({
      authors: ["Ann Poe"],
      biography: "Ann Poe lives by the sea.",
    });
  });

  it("takes what stands under its heading", () => {
    const result = article("Title", "By Ann Poe", ship, port, "About the author", "She lives by the sea.");
    expect(result.draft.biography).toBe("She lives by the sea.");
    expect(left(result)).toEqual(["9: About the author"]);
  });

  it("takes none from the middle, and never the only paragraph", () => {
    expect(article("Title", ship, biography, port, sail).draft).not.toHaveProperty("biography");
    expect(article("Title", biography).draft.blocks).toHaveLength(1);
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
