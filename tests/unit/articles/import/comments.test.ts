import { describe, expect, it } from "vitest";
import { preview, prose } from "./samples";

const BIOGRAPHY = "Jane Q. Doe is a doctoral student in history.";

/** An article whose biography announces the comments that follow. */
const commented = (comments: string, before = BIOGRAPHY) =>
  preview(`Title\n\n${prose("ship")}\n\n${prose("port")}\n\n${before}\n\n${comments}`);

describe("comments of a plain text", () => {
  it("reads names, bodies, line breaks and arrows", () => {
    const { draft } = commented(
      "  • Ann1\n\n    First line,\n      ↓\n    third line.\n\n\n    \u00a0\n    Another paragraph.\n\n  • Bob\n\n    Yes.\n",
    );
    expect(draft.comments).toEqual([
      { commenter: "Ann1", isAuthor: false, text: "First line,\n↓\nthird line.\n\nAnother paragraph.", answers: [] },
      { commenter: "Bob", isAuthor: false, text: "Yes.", answers: [] },
    ]);
    expect(draft.biography).toBe(BIOGRAPHY);
    expect(draft.blocks).toHaveLength(2);
  });

  it("takes a sentence behind the bullet for the comment of somebody unnamed", () => {
    const { draft } = commented("  • I do not think that this is so.\n\n    Not at all.\n\n  • Bob\n\n  • A short one.");
    expect(draft.comments.map(({ commenter, text }) => [commenter, text])).toEqual([
      [null, "I do not think that this is so.\n\nNot at all."],
      [null, "Bob"],
      [null, "A short one."],
    ]);
  });

  it.each([["Jane Q. Doe"], ["jane q. doe"], ["Jane  Q. Doe"], ["ＪＡＮＥ Q. Doe"]])("knows the author as %s", (name) => {
    expect(commented(`  • ${name}\n\n    Thank you.`).draft.comments).toMatchObject([{ isAuthor: true }]);
  });

  it("finds whom a comment answers, in the order it answers them, and what the unnamed one is called", () => {
    const { draft } = commented(
      "  • Ann1\n\n    One.\n\n  • I think that it is two.\n\n  • Jane Q. Doe\n\n    Thanks to both of you. A word more:\n\n    Mira: no.\n\n    ann1: yes.\n\n    Note: all the same.",
    );
    expect(draft.comments.map(({ commenter, addressedAs, answers, isAuthor }) => ({ commenter, addressedAs, answers, isAuthor }))).toEqual([
      { commenter: "Ann1", addressedAs: undefined, answers: [], isAuthor: false },
      { commenter: null, addressedAs: "Mira", answers: [], isAuthor: false },
      { commenter: "Jane Q. Doe", addressedAs: undefined, answers: [1, 0], isAuthor: true },
    ]);
    expect(draft.comments.some((comment) => comment.inReplyTo !== undefined)).toBe(false);
  });

  it.each([
    ["two are unnamed", "  • I said one thing.\n\n  • You said another.\n\n  • Bob\n\n    Mira: no."],
    ["two names are used", "  • I said one thing.\n\n  • Bob\n\n    Mira: no.\n\n    Nora: yes."],
    ["the name is the author’s", "  • I said one thing.\n\n  • Bob\n\n    Jane: no."],
    ["the name is somebody else’s", "  • I said one thing.\n\n  • Bob\n\n    Ann: no.\n\n  • Ann\n\n    What?"],
    ["it is no name", "  • I said one thing.\n\n  • Bob\n\n    PS: no.\n\n    https://example.org: yes."],
  ])("names nobody when %s", (_, comments) => {
    expect(commented(comments).draft.comments.every((comment) => comment.addressedAs === undefined)).toBe(true);
  });

  it("answers all comments of one person, never later ones or one’s own", () => {
    const { draft } = commented(
      "  • Ann\n\n    One.\n\n  • Bob\n\n    @Ann no. \n\n    Bob: me.\n\n  • Ann\n\n    Bob: so?\n\n  • Bob\n\n    Ann: so.",
    );
    expect(draft.comments.map((comment) => comment.answers)).toEqual([[], [0], [1], [0, 2]]);
  });

  it("keeps threads that the source nests", () => {
    const { draft } = commented(
      "  • Ann\n\n    One.\n\n      • Bob\n\n        Two.\n\n          • Ann\n\n            Three.\n\n  • Cal\n\n    Four:\n\n      • not a reply, a list\n      • of two",
    );
    expect(draft.comments.map((comment) => comment.inReplyTo)).toEqual([undefined, 0, 1, undefined]);
    expect(draft.comments[3]?.text).toBe("Four:\n\n• not a reply, a list\n• of two");
  });

  it("leaves out what the comment system prints", () => {
    const { draft, dropped } = commented(
      "  • Ann says:\n\n    October 17, 2013 at 3:05 am\n\n    One.\n\n    Reply\n\n  • Bob • 2 years ago\n\n    Two.",
    );
    expect(draft.comments.map(({ commenter, text }) => [commenter, text])).toEqual([
      ["Ann", "One."],
      ["Bob", "Two."],
    ]);
    expect(dropped.map((part) => part.text)).toEqual(["October 17, 2013 at 3:05 am", "Reply"]);
  });

  it("believes a heading, and an author among the names", () => {
    const headed = commented("3 Comments\n\n• Ann\n\n  One.", "And that is all there is to say about it.");
    expect(headed.draft.comments).toMatchObject([{ commenter: "Ann", text: "One." }]);
    expect(headed.dropped).toMatchObject([{ text: "3 Comments" }]);
    const answered = preview(`Title\n\nBy Ann Poe\n\n${prose("ship")}\n\n  • Bob\n\n    No.\n\n  • Ann Poe\n\n    Yes.`);
    expect(answered.draft.comments).toHaveLength(2);
  });

  it.each([
    ["that ends an article", prose("sail"), "  • Ann\n\n    One.\n\n  • Bob\n\n    Two."],
    ["that text follows", BIOGRAPHY, `• Ann\n• Bob\n\n${prose("sail")}`],
    ["under a section called Responses", "Responses", `- strong ones, as always\n- weak ones\n\n${prose("sail")}`],
  ])("does not take a list %s for comments", (_, before, list) => {
    const { draft } = commented(list, before);
    expect(draft.comments).toEqual([]);
    expect(draft.blocks.filter((block) => block.kind === "listItem")).toHaveLength(2);
  });
});
