import { expect, test } from "vitest";
import { commentRows } from "@/lib/articles/comment-rows";
import type { DraftComment } from "@/lib/articles/schema";

const comment = (commenter: string | null, more: Partial<DraftComment> = {}): DraftComment => {
  return { commenter, isAuthor: false, text: "Yes.", answers: [], ...more };
};

test("commenters are told apart by their names, else by what they are called, else not at all", () => {
  const { commenters, comments } = commentRows(
    [
      comment("Mira"),
      comment(null),
      comment(null, { addressedAs: "Mira" }),
      comment("Mira"),
      comment(null, { addressedAs: "Mira" }),
      comment(null),
      comment("called Mira"),
    ],
    [],
  );
  expect(comments.map((row) => row.commenter)).toEqual([0, 1, 2, 0, 2, 3, 4]);
  expect(commenters.map(({ name, addressedAs }) => name ?? addressedAs)).toEqual(["Mira", null, "Mira", null, "called Mira"]);
});

test("replies are in the thread of what they reply to, in order", () => {
  const replies = [
    comment("A"),
    comment("B"),
    comment("C", { inReplyTo: 0 }),
    comment("D", { inReplyTo: 2 }),
    comment("E", { inReplyTo: 1 }),
  ];
  const { threads, comments } = commentRows(replies, []);
  expect(threads).toBe(2);
  expect(comments.map(({ thread, position, parentPosition }) => [thread, position, parentPosition])).toEqual([
    [0, 0, null],
    [1, 0, null],
    [0, 1, 0],
    [0, 2, 1],
    [1, 1, 0],
  ]);
});

test("whoever is answered in several comments is answered once", () => {
  const { comments } = commentRows([comment("A"), comment("B"), comment("A"), comment("C", { answers: [2, 1, 0] })], []);
  expect(comments[3]?.answers).toEqual([0, 1]);
});

test("an author is the byline of the same name, else the first", () => {
  const author = (name: string) => comment(name, { isAuthor: true });
  const { commenters } = commentRows([author("jane  DOE"), author("J."), comment("John Roe")], ["John Roe", "Jane Doe", "JANE DOE"]);
  expect(commenters.map(({ byline }) => byline)).toEqual([1, 0, null]);
  expect(commentRows([author("Jane Doe")], []).commenters).toMatchObject([{ byline: null }]);
});
