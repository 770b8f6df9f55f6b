import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { decodeSource } from "@/lib/articles/import/decode";
import { previewImport } from "@/lib/articles/import/preview";
import { articleDraftSchema } from "@/lib/articles/schema";

/** The article this platform was made for. Its text belongs to its author, so it is read from beside the repository, if it is there. */
const path = fileURLToPath(new URL("../../../../../shared/articles/more-equal-alliance.txt", import.meta.url));

if (!existsSync(path)) {
  it("skipped: shared/articles/more-equal-alliance.txt is not present beside the repository", () => {
    console.info("The real article is not present: its import was not tested.");
  });
} else {
  const source = decodeSource(readFileSync(path));
  const lines = source.split("\n");
  const paragraphs = lines.filter((line) => line !== "" && !line.startsWith(" "));

  describe("the real article", () => {
    const { format, draft, dropped } = previewImport({ text: source });

    it("keeps the contract", () => {
      expect(articleDraftSchema.parse(draft)).toEqual(draft);
      expect(format).toBe("text");
    });

    it("has its title, standfirst, author and language", () => {
      expect(draft).toMatchObject({ title: "Japan’s Search for a More Equal Alliance", authors: ["Nathan W. Novak"], language: "en" });
      expect(draft.standfirst).toBe(paragraphs[1]);
      expect(draft.standfirst).toMatch(/^Why would .*\?$/);
    });

    it("has sixteen paragraphs, character for character, and nothing else", () => {
      expect(draft.blocks).toHaveLength(16);
      expect(draft.blocks.every((block) => block.kind === "paragraph" && block.formats.length === 0)).toBe(true);
      expect(draft.blocks[0]?.text).toMatch(/^Scholarship on Japanese/);
      const body = paragraphs.slice(2, -1).filter((line) => !line.startsWith("READ"));
      expect(draft.blocks.map((block) => block.text)).toEqual([body[0]?.slice("alliance-japan-united-states".length), ...body.slice(1)]);
    });

    it("leaves out the picture credit and the promotional line", () => {
      expect(dropped).toHaveLength(2);
      expect(dropped).toMatchObject([
        { line: 5, text: "alliance-japan-united-states" },
        { line: 23, text: expect.stringMatching(/^READ Why/) },
      ]);
    });

    it("has the biography apart", () => {
      expect(draft.biography).toBe(paragraphs.at(-1));
      expect(draft.biography).toMatch(/^Nathan W\. Novak is an/);
    });

    it("has three comments, the last the author's, answering both", () => {
      expect(draft.comments.map(({ text: _, ...comment }) => comment)).toEqual([
        { commenter: "Justice1215", isAuthor: false, answers: [] },
        { commenter: null, addressedAs: "Michiko", isAuthor: false, answers: [] },
        { commenter: "Nathan W. Novak", isAuthor: true, answers: [1, 0] },
      ]);
    });

    it("keeps every word, line break and arrow of the comments", () => {
      const indented = lines.slice(lines.findIndex((line) => line.startsWith("  •")));
      const text = indented
        .filter((line) => !/^ {2}• (Justice1215|Nathan W\. Novak)$/.test(line))
        .map((line) => line.trim().replace(/^• /, ""));
      const said = draft.comments.map((comment) => comment.text).join("\n\n");
      expect(said.replace(/\n+/g, "\n")).toBe(text.filter((line) => line !== "").join("\n"));
      expect(draft.comments[1]?.text.split("\n").filter((line) => line === "↓")).toHaveLength(3);
      expect(draft.comments[0]?.text).toMatch(/exported more to\nChina/);
    });

    it.each([
      ["Windows line ends", source.replaceAll("\n", "\r\n")],
      ["a byte order mark", `\ufeff${source}`],
      ["a heading above its comments", source.replace("\n  •", "\nComments\n\n  •")],
    ])("is the same with %s", (_, variant) => {
      expect(previewImport({ text: variant }).draft).toEqual(draft);
    });

    it("is the same as HTML and as Markdown, up to its comments", () => {
      const html = `<article><h1>${paragraphs[0]}</h1>${paragraphs
        .slice(1)
        .map((line) => `<p>${line}</p>`)
        .join("\n")}</article>`;
      const withoutComments = { ...draft, comments: [] };
      expect(previewImport({ text: html }).draft).toEqual(withoutComments);
      const markdown = `# ${paragraphs.join("\n\n")}`;
      const fromMarkdown = previewImport({ text: markdown }).draft;
      expect({ ...fromMarkdown, blocks: fromMarkdown.blocks.map((block) => ({ ...block, formats: [] })) }).toEqual(withoutComments);
    });
  });
}
