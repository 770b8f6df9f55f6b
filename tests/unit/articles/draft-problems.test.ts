import { describe, expect, test } from "vitest";
import { editDraft, startEditing } from "@/lib/articles/draft-editing";
import type { DraftEdit } from "@/lib/articles/draft-edits";
import { checkDraft, placeOf } from "@/lib/articles/draft-problems";
import type { ArticleDraft } from "@/lib/articles/schema";

const draft: ArticleDraft = {
  title: "A title",
  authors: [],
  language: "en",
  blocks: [{ kind: "paragraph", text: "A paragraph.", formats: [] }],
  comments: [{ commenter: null, isAuthor: false, text: "A comment.", answers: [] }],
};
const after = (...edits: DraftEdit[]) => edits.reduce(editDraft, startEditing({ draft, dropped: [] })).now;

test("a sound draft is handed on", () => {
  expect(checkDraft(after())).toEqual({ draft });
});

describe("what is wrong is said at its place", () => {
  test.each<[string, DraftEdit, object, string]>([
    ["no title", { type: "field", name: "title", value: " " }, { kind: "field", name: "title" }, "An article needs a title."],
    ["no address", { type: "field", name: "sourceUrl", value: "example" }, { kind: "field", name: "sourceUrl" }, "http://"],
    ["no language", { type: "field", name: "language", value: "English" }, { kind: "field", name: "language" }, "A language code"],
    [
      "a name too long",
      { type: "field", name: "authors", value: `A\n${"x".repeat(121)}` },
      { kind: "field", name: "authors" },
      "At most 120",
    ],
    ["no paragraph left", { type: "removeBlock", key: 0 }, { kind: "draft" }, "at least one paragraph"],
    ["an emptied comment", { type: "comment", key: 1, change: { text: " " } }, { kind: "comment", key: 1 }, "needs some text"],
  ])("%s", (_, edit, place, words) => {
    const checked = checkDraft(after(edit));
    expect(checked).toMatchObject({ problems: [{ place, message: expect.stringContaining(words) }] });
  });
});

test("a path from the server leads to the same places", () => {
  expect(placeOf(after(), "blocks.0.text".split("."))).toEqual({ kind: "block", key: 0 });
  expect(placeOf(after(), "comments.0.text".split("."))).toEqual({ kind: "comment", key: 1 });
  expect(placeOf(after(), ["somewhere"])).toEqual({ kind: "draft" });
});
