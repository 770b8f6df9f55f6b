import fc from "fast-check";
import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createArticle } from "@/lib/articles/commands";
import { previewImport } from "@/lib/articles/import/preview";
import { getLibraryPage, getReadingPage } from "@/lib/articles/queries";
import type { DraftBlock, DraftComment } from "@/lib/articles/schema";
import { isStorable } from "@/lib/plain-text";
import { database } from "@/lib/platform/db";
import { anonymous } from "@/lib/policy/viewer";
import { listThreads } from "@/lib/threads/queries";
import { draftOf, emptyDatabase, makeArticle, makePerson } from "../fixtures/database";

beforeEach(emptyDatabase);

const counts = async () => ({
  articles: await database().article.count(),
  revisions: await database().revision.count(),
  blocks: await database().block.count(),
  threads: await database().thread.count(),
});

describe("storing an article", () => {
  it("keeps its paragraphs in order, its formatting, and its comments as threads", async () => {
    const writer = await makePerson("Writer");
    const { slug, existed } = await createArticle(writer, {
      ...draftOf([], { title: "Between Two Powers", standfirst: "Why?", biography: "A. Writer is a writer." }),
      blocks: [
        { kind: "heading", level: 2, text: "First", formats: [] },
        { kind: "paragraph", text: "Plain and emphatic.", formats: [{ kind: "emphasis", start: 10, end: 18 }] },
        { kind: "listItem", level: 1, text: "See there", formats: [{ kind: "link", start: 4, end: 9, href: "https://example.org/" }] },
      ],
      comments: [
        { commenter: "Handle", isAuthor: false, text: "Trade!", answers: [] },
        { commenter: null, addressedAs: "Michiko", isAuthor: false, text: "Line one\nline two", answers: [] },
        { commenter: "a. writer", isAuthor: true, text: "To both.", answers: [1, 0] },
      ],
    });
    expect(existed).toBe(false);
    const page = await getReadingPage(anonymous, slug);
    expect(page.article).toMatchObject({ title: "Between Two Powers", standfirst: "Why?", authors: ["A. Writer"] });
    expect(page.revision.text).toBe("First\nPlain and emphatic.\nSee there");
    expect(page.revision.blocks.map(({ kind, number }) => [kind, number])).toEqual([
      ["heading", null],
      ["paragraph", 1],
      ["listItem", 2],
    ]);
    expect(page.revision.formats).toEqual([
      { kind: "emphasis", start: 16, end: 24 },
      { kind: "link", start: 30, end: 35, href: "https://example.org/" },
    ]);
    expect(
      page.threads.map((thread) =>
        thread.comments.map(({ writer: { name, addressedAs, isAuthor }, answers }) => ({ writer: name, addressedAs, isAuthor, answers })),
      ),
    ).toEqual([
      [{ writer: "Handle", addressedAs: null, isAuthor: false, answers: [] }],
      [{ writer: "unnamed commenter", addressedAs: "Michiko", isAuthor: false, answers: [] }],
      [{ writer: "a. writer", addressedAs: null, isAuthor: true, answers: ["Michiko", "Handle"] }],
    ]);
    expect(page.threads[1]?.comments[0]?.text).toBe("Line one\nline two");
  });

  it("takes as many statements for hundreds of comments as for a few, and keeps them all", async () => {
    const discussion = (count: number, replyTo: (index: number) => number): DraftComment[] =>
      Array.from({ length: count }, (_, index): DraftComment => {
        const comment = { commenter: `Reader ${index % 90}`, isAuthor: false, text: `Comment ${index}`, answers: [] };
        return index < 5 ? comment : { ...comment, inReplyTo: replyTo(index), answers: [index - 1, index - 2] };
      });
    const statements = async (text: string, comments: DraftComment[]) => {
      const query = vi.spyOn(pg.Client.prototype, "query");
      const { articleId } = await makeArticle([text], { comments });
      const count = query.mock.calls.length;
      query.mockRestore();
      return { articleId, count };
    };
    const few = await statements(
      "Few.",
      discussion(10, () => 0),
    );
    const comments = discussion(400, (index) => (index * 7) % index);
    const many = await statements("Many.", comments);
    expect(many.count).toBe(few.count);
    expect(few.count).toBeGreaterThan(0);

    const threads = await listThreads(anonymous, many.articleId, 1000);
    const stored = threads.flatMap((thread) => thread.comments);
    const textOf = new Map(stored.map(({ id, text }) => [id, text]));
    expect(threads.map((thread) => thread.comments[0]?.text)).toEqual(comments.slice(0, 5).map(({ text }) => text));
    expect(
      stored
        .map(({ text, writer: { name }, parentId, answers }) => ({ text, writer: name, parent: parentId && textOf.get(parentId), answers }))
        .sort((a, b) => Number(a.text.slice(8)) - Number(b.text.slice(8))),
    ).toEqual(
      comments.map(({ text, commenter, inReplyTo, answers }) => ({
        text,
        writer: commenter,
        parent: inReplyTo === undefined ? null : comments[inReplyTo]?.text,
        answers: answers.map((answered) => comments[answered]?.commenter),
      })),
    );
  });

  it("refuses the same characters in a text as the schema, and no others", async () => {
    for (const code of [...Array.from({ length: 0x21 }, (_, index) => index), 0x7f, 0x80, 0x9f, 0xad, 0x2028, 0xfeff, 0xfffd, 0xffff]) {
      const text = `x${String.fromCharCode(code)}𝔘`;
      const isStored = await makeArticle([text]).then(
        () => true,
        () => false,
      );
      expect([code, isStored]).toEqual([code, isStorable(text)]);
    }
  });

  it("stores a text whose source had characters that it refuses", async () => {
    const { draft } = previewImport({ text: "Title\n\nBe\u0001fore.\n\nAf\u0001ter.", format: "text" });
    const { slug } = await makeArticle([], draft);
    expect((await getReadingPage(anonymous, slug)).revision.text).toBe("Before.\nAfter.");
  });

  it("says so when the same text comes again, and changes nothing", async () => {
    const writer = await makePerson("Writer");
    const first = await createArticle(writer, draftOf(["One.", "Two."]));
    const before = await counts();
    const second = await createArticle(writer, draftOf(["One.", "Two."], { title: "Another title" }));
    expect(second).toEqual({ ...first, existed: true });
    expect(await counts()).toEqual(before);
  });

  it("stores one article when the same text comes twice in the same moment", async () => {
    const writer = await makePerson("Writer");
    const both = await Promise.all([createArticle(writer, draftOf(["Same."])), createArticle(writer, draftOf(["Same."]))]);
    expect(both.filter((stored) => !stored.existed)).toHaveLength(1);
    expect((await counts()).articles).toBe(1);
  });

  it("gives different texts of one title that come in the same moment an address each", async () => {
    const writer = await makePerson("Writer");
    const stored = await Promise.all(
      ["One.", "Two.", "Three."].map((text) => createArticle(writer, draftOf([text], { title: "Same title" }))),
    );
    expect(stored.map(({ slug }) => slug).sort()).toEqual(["same-title", "same-title-2", "same-title-3"]);
  });

  it("leaves nothing behind when it fails half-way", async () => {
    const writer = await makePerson("Writer");
    const draft = draftOf(["One."], { comments: [{ commenter: "X", isAuthor: false, text: "  ", answers: [] }] });
    await expect(createArticle(writer, draft)).rejects.toThrow(/comment_text_check/);
    expect(await counts()).toEqual({ articles: 0, revisions: 0, blocks: 0, threads: 0 });
  });

  it("is for those who are signed in", async () => {
    await expect(createArticle(anonymous, draftOf(["One."]))).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("gives two articles of one title two addresses, in any script", async () => {
    const slugs = [];
    for (const text of ["一", "二", "三"]) slugs.push((await makeArticle([text], { title: "日本の選択" })).slug);
    expect(slugs).toEqual(["日本の選択", "日本の選択-2", "日本の選択-3"]);
  });

  it("gives every text and offset back as it went in", async () => {
    const word = fc.oneof(
      fc.constantFrom("日本", "🕰️", "👩‍🚀", "é", "clock", "\u00a0", " ", "한미동맹", "𝔘", "’"),
      fc.string({ minLength: 1, unit: "grapheme" }),
    );
    const text = fc
      .array(word, { minLength: 1, maxLength: 12 })
      .map((words) => words.join(""))
      .filter((joined) => joined.isWellFormed() && !/\p{Cc}/u.test(joined) && joined.trim() !== "");
    const block = text.chain((content) =>
      fc.tuple(fc.nat(content.length - 1), fc.integer({ min: 1, max: content.length })).map(([start, length]): DraftBlock => {
        const end = Math.min(content.length, start + length);
        return { kind: "paragraph", text: content, formats: [{ kind: "strong", start, end }] };
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 5 }), async (blocks) => {
        await emptyDatabase();
        const { slug } = await makeArticle([], { blocks });
        const { revision } = await getReadingPage(anonymous, slug);
        expect(revision.blocks.map((stored) => revision.text.slice(stored.start, stored.end))).toEqual(blocks.map((each) => each.text));
        const cut = revision.formats.map((format) => revision.text.slice(format.start, format.end));
        expect(cut.sort()).toEqual(
          blocks.flatMap((each) => each.formats.map((format) => each.text.slice(format.start, format.end))).sort(),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe("the library", () => {
  it("is walked page by page without a gap or a repetition", async () => {
    for (let index = 0; index < 45; index++) await makeArticle([`Text ${index}.`], { title: `Article ${index}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await getLibraryPage(anonymous, { cursor });
      seen.push(...page.entries.map((entry) => entry.title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `Article ${44 - index}`));
  });

  it("refuses a cursor that is none", async () => {
    await expect(getLibraryPage(anonymous, { cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid" });
  });
});
