import { describe, expect, test } from "vitest";
import { type ArticleDraft, articleDraftSchema, type DraftBlock, draftBlockSchema, type FormatRange } from "@/lib/articles/schema";

const range = (kind: Exclude<FormatRange["kind"], "link">, start: number, end: number): FormatRange => ({ kind, start, end });
const link = (start: number, end: number, href: string): FormatRange => ({ kind: "link", start, end, href });
const block = (...formats: FormatRange[]): DraftBlock => ({ kind: "paragraph", text: "x".repeat(6000), formats });

describe("formatting", () => {
  test.each<[string, FormatRange[]]>([
    ["inside itself", [range("emphasis", 0, 9), range("emphasis", 2, 4)]],
    ["across itself, in any order", [range("code", 5, 9), range("strong", 0, 9), range("code", 0, 6)]],
    ["twice on the same words", [range("strong", 3, 4), range("strong", 3, 4)]],
    ["link in link", [link(0, 9, "https://a.example"), link(2, 4, "https://b.example")]],
    ["five thousand deep", Array.from({ length: 5000 }, (_, index) => range("emphasis", index, 6000 - (index === 0 ? 0 : 1)))],
  ])("of one kind must not lie over itself: %s", (_, formats) => {
    const parsed = draftBlockSchema.safeParse(block(...formats));
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([expect.stringContaining("lies over itself")]);
  });

  test.each<[string, FormatRange[]]>([
    ["side by side", [range("emphasis", 4, 9), range("emphasis", 0, 4), link(0, 3, "https://a.example"), link(3, 4, "https://b.example")]],
    ["of different kinds, over each other", [range("emphasis", 0, 4), range("strong", 2, 9), link(1, 5, "mailto:a@b.example")]],
  ])("may lie %s", (_, formats) => {
    expect(draftBlockSchema.parse(block(...formats)).formats).toEqual(formats);
  });
});

describe("a level", () => {
  test.each<[DraftBlock["kind"], number | undefined, boolean]>([
    ["heading", 1, false],
    ["heading", 2, true],
    ["heading", 4, true],
    ["heading", 5, false],
    ["heading", undefined, true],
    ["listItem", 1, true],
    ["listItem", 6, true],
    ["listItem", 7, false],
  ])("of a %s may be %s: %s", (kind, level, expected) => {
    expect(draftBlockSchema.safeParse({ kind, level, text: "x", formats: [] }).success).toBe(expected);
  });
});

describe("a character that the database refuses", () => {
  const draft = (text: string, more: Partial<ArticleDraft> = {}): ArticleDraft => ({
    ...{ title: "Title", authors: ["A. Writer"], language: "en" },
    blocks: [{ kind: "paragraph", text: `One${text}`, formats: [] }],
    comments: [],
    ...more,
  });
  const comment = { commenter: "Reader", isAuthor: false, text: "Yes.", answers: [] };

  test.each(["\u0000", "\u0001"])("is refused in every text: %j", (character) => {
    const bad = `x${character}y`;
    const linked: DraftBlock = { kind: "paragraph", text: "x", formats: [link(0, 1, `https://a.example/${character}`)] };
    const drafts: [string, ArticleDraft][] = [
      ["title", draft("", { title: bad })],
      ["standfirst", draft("", { standfirst: bad })],
      ["authors.0", draft("", { authors: [bad] })],
      ["language", draft("", { language: `en${character}` })],
      ["sourceUrl", draft("", { sourceUrl: `https://a.example/${character}` })],
      ["citation", draft("", { citation: bad })],
      ["published", draft("", { published: bad })],
      ["biography", draft("", { biography: bad })],
      ["blocks.0.text", draft(bad)],
      ["blocks.0.formats.0.href", draft("", { blocks: [linked] })],
      ["comments.0.text", draft("", { comments: [{ ...comment, text: bad }] })],
      ["comments.0.commenter", draft("", { comments: [{ ...comment, commenter: bad }] })],
      ["comments.0.addressedAs", draft("", { comments: [{ ...comment, commenter: null, addressedAs: bad }] })],
    ];
    for (const [path, bad] of drafts) {
      expect(articleDraftSchema.safeParse(bad).error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
    }
    expect(articleDraftSchema.safeParse(draft(bad)).error?.issues[0]?.message).toMatch(/cannot be stored/);
  });

  test("is no other control character", () => {
    expect(articleDraftSchema.safeParse(draft("\t\n\r\u0002\u001f\u007f")).success).toBe(true);
  });
});
