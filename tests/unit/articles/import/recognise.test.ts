import { describe, expect, it } from "vitest";
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
