import { describe, expect, test } from "vitest";
import { type DraftEditing, type DraftEvent, editDraft, hasCorrections, settle, startEditing } from "@/lib/articles/draft-editing";
import type { DraftEdit } from "@/lib/articles/draft-edits";
import { toDraft } from "@/lib/articles/edited-draft";
import { type ArticleDraft, articleDraftSchema } from "@/lib/articles/schema";

const draft: ArticleDraft = {
  title: "A title",
  standfirst: "A standfirst",
  authors: ["Surname, Given", "Second Author"],
  language: "en",
  blocks: [
    { kind: "paragraph", text: "First paragraph.", formats: [{ kind: "emphasis", start: 0, end: 5 }] },
    { kind: "heading", level: 2, text: "A heading", formats: [] },
    { kind: "paragraph", text: "Second paragraph.", formats: [] },
    { kind: "paragraph", text: "About the writer.", formats: [] },
  ],
  comments: [
    { commenter: "One", isAuthor: false, text: "A question.", answers: [] },
    { commenter: null, addressedAs: "Two", isAuthor: false, text: "Another.", answers: [] },
    { commenter: "Surname", isAuthor: true, text: "Answers.", answers: [0, 1] },
  ],
};
const dropped = [{ line: 4, text: "READ something else", why: "A promotional line." }];
const start = () => startEditing({ draft, dropped });
const edits = (...list: DraftEvent[]) => list.reduce<DraftEditing>(editDraft, start());
const texts = (state: DraftEditing) => toDraft(state.now).blocks.map((block) => block.text);

describe("a draft that nobody changed", () => {
  test("comes out as it went in", () => {
    expect(toDraft(start().now)).toEqual(draft);
  });
  test("leaves out what is blank and trims the rest", () => {
    const state = edits(
      { type: "field", name: "standfirst", value: "  " },
      { type: "field", name: "authors", value: " One, A. \n\n Two " },
    );
    expect(toDraft(state.now)).not.toHaveProperty("standfirst");
    expect(toDraft(state.now).authors).toEqual(["One, A.", "Two"]);
  });
});

describe("paragraphs", () => {
  test("a heading gets a level, a paragraph loses it", () => {
    const state = edits({ type: "blockKind", key: 0, kind: "heading" }, { type: "blockKind", key: 1, kind: "paragraph" });
    expect(toDraft(state.now).blocks[0]).toMatchObject({ kind: "heading", level: 2 });
    expect(toDraft(state.now).blocks[1]).not.toHaveProperty("level");
  });
  test("removing one leaves the others", () => {
    expect(texts(edits({ type: "removeBlock", key: 1 }))).toEqual(["First paragraph.", "Second paragraph.", "About the writer."]);
  });
  test("joining keeps the kind of the first and the formatting of both", () => {
    const state = edits({ type: "joinToPrevious", key: 2 });
    expect(texts(state)[1]).toBe("A heading Second paragraph.");
    expect(toDraft(state.now).blocks[1]?.kind).toBe("heading");
  });
  test("the first one has nothing before it to join", () => {
    expect(edits({ type: "joinToPrevious", key: 0 }).past).toEqual([]);
  });
  test("moving past either end does nothing", () => {
    expect(texts(edits({ type: "moveBlock", key: 0, by: -1 }, { type: "moveBlock", key: 3, by: 1 }))).toEqual(texts(start()));
  });
  test("moving changes places", () => {
    expect(texts(edits({ type: "moveBlock", key: 2, by: -1 }))).toEqual([
      "First paragraph.",
      "Second paragraph.",
      "A heading",
      "About the writer.",
    ]);
  });
  test("a blank line splits, and every part has a key of its own", () => {
    const state = edits({ type: "blockText", key: 2, text: "Second\n\nparagraph.\n \nAnd a third." });
    expect(texts(state).slice(2)).toEqual(["Second", "paragraph.", "And a third.", "About the writer."]);
    expect(new Set(state.now.blocks.map((block) => block.key)).size).toBe(state.now.blocks.length);
    expect(state.notice).toContain("3 paragraphs");
  });
  test("an emptied paragraph is refused and nothing changes", () => {
    const state = edits({ type: "blockText", key: 2, text: " \n\n " });
    expect(state.past).toEqual([]);
    expect(state.notice).toContain("Remove it instead");
  });
  test("losing formatting is said", () => {
    expect(edits({ type: "blockText", key: 0, text: "Opening paragraph." }).notice).toContain("dropped");
    expect(edits({ type: "blockText", key: 0, text: "First paragraph!" }).notice).toBe("");
  });
});

describe("paragraphs that are something else", () => {
  test("the biography is moved, and added to one that is there", () => {
    const state = edits({ type: "useBlockAs", key: 3, as: "biography" }, { type: "useBlockAs", key: 2, as: "biography" });
    expect(state.now.fields.biography).toBe("About the writer.\n\nSecond paragraph.");
    expect(texts(state)).toEqual(["First paragraph.", "A heading"]);
  });
  test("title and paragraph change places, so that no words are lost", () => {
    const state = edits({ type: "useBlockAs", key: 1, as: "title" });
    expect(state.now.fields.title).toBe("A heading");
    expect(texts(state)[1]).toBe("A title");
  });
  test("into an empty field it simply moves", () => {
    const state = edits({ type: "field", name: "standfirst", value: "" }, { type: "useBlockAs", key: 0, as: "standfirst" });
    expect(texts(state)).toHaveLength(3);
  });
  test("a paragraph becomes the last comment, and a comment the last paragraph", () => {
    const asComment = edits({ type: "useBlockAs", key: 3, as: "comment" });
    expect(toDraft(asComment.now).comments.at(-1)).toEqual({ commenter: null, isAuthor: false, text: "About the writer.", answers: [] });
    expect(texts(edits({ type: "useCommentAsParagraph", key: 4 })).at(-1)).toBe("A question.");
  });
  test("a dropped line is kept where it is wanted", () => {
    const state = edits({ type: "keepDropped", index: 0, after: 1 });
    expect(texts(state)[2]).toBe("READ something else");
    expect(state.now.dropped).toEqual([]);
    expect(state.notice).toBe("Kept as ¶ 2.");
    expect(texts(edits({ type: "keepDropped", index: 0, after: null })).at(-1)).toBe("READ something else");
  });
});

describe("comments", () => {
  test("when one is removed, answers still point at the right people", () => {
    const { comments } = toDraft(edits({ type: "removeComment", key: 4 }).now);
    expect(comments[1]).toMatchObject({ commenter: "Surname", answers: [0] });
    expect(comments[0]).toMatchObject({ addressedAs: "Two" });
  });
  test("a name given makes what others call them superfluous", () => {
    const { comments } = toDraft(edits({ type: "comment", key: 5, change: { commenter: "Named after all" } }).now);
    expect(comments[1]).toEqual({ commenter: "Named after all", isAuthor: false, text: "Another.", answers: [] });
  });
  test("the first answer says whose thread it continues; the last one taken away ends that", () => {
    const answering = edits({ type: "answer", key: 5, answered: 4, isAnswered: true });
    expect(toDraft(answering.now).comments[1]).toMatchObject({ inReplyTo: 0, answers: [0] });
    const again = editDraft(answering, { type: "answer", key: 5, answered: 4, isAnswered: false });
    expect(toDraft(again.now).comments[1]).not.toHaveProperty("inReplyTo");
  });
  test("an answer that has become later than its answerer is left out", () => {
    const state = start();
    const reversed: DraftEditing = { ...state, now: { ...state.now, comments: state.now.comments.toReversed() } };
    expect(articleDraftSchema.safeParse(toDraft(reversed.now)).success).toBe(true);
  });
});

describe("undo", () => {
  const everything: DraftEdit[] = [
    { type: "field", name: "title", value: "Other" },
    { type: "blockKind", key: 0, kind: "quotation" },
    { type: "blockText", key: 0, text: "One.\n\nTwo." },
    { type: "removeBlock", key: 1 },
    { type: "joinToPrevious", key: 2 },
    { type: "moveBlock", key: 3, by: -1 },
    { type: "useBlockAs", key: 3, as: "biography" },
    { type: "keepDropped", index: 0, after: null },
    { type: "comment", key: 4, change: { isAuthor: true } },
    { type: "answer", key: 5, answered: 4, isAnswered: true },
    { type: "removeComment", key: 4 },
    { type: "useCommentAsParagraph", key: 5 },
  ];
  test.each(everything.map((edit) => [edit.type, edit] as const))("takes back %s", (_, edit) => {
    expect(editDraft(edits(edit), { type: "undo" }).now).toEqual(start().now);
  });
  test("takes back a run of edits one by one, down to the beginning and no further", () => {
    let state = edits(...everything);
    while (state.past.length > 0) state = editDraft(state, { type: "undo" });
    expect(editDraft(state, { type: "undo" }).now).toEqual(start().now);
  });
  test("takes typing in one field back as a whole", () => {
    const typed = ["O", "Ot", "Oth"].map((value): DraftEdit => ({ type: "field", name: "title", value }));
    expect(edits(...typed).past).toHaveLength(1);
  });
  test("never changes a state that was handed in", () => {
    const state = start();
    const before = structuredClone(state);
    for (const edit of everything) editDraft(state, edit);
    expect(state).toEqual(before);
  });
});

describe("what is typed in an open editor", () => {
  const typing = (key: number, text: string): DraftEvent[] => [
    { type: "open", key },
    { type: "typed", edits: [{ type: "blockText", key, text }] },
  ];
  const mended = "First paragraph, mended.";

  test("counts when it is done with, when another item is opened, and when the draft is saved", () => {
    const typed = typing(0, mended);
    expect(texts(edits(...typed))[0]).toBe("First paragraph.");
    for (const state of [edits(...typed, { type: "done" }), edits(...typed, { type: "open", key: 2 }), settle(edits(...typed))]) {
      expect(texts(state)[0]).toBe(mended);
      expect(state.typed).toEqual([]);
    }
    expect(edits(...typed, { type: "open", key: 2 }).open).toBe(2);
    expect(edits(...typed, { type: "done" }).open).toBeNull();
  });
  test("comes before what is done with its item next", () => {
    expect(texts(edits(...typing(2, "Second, mended."), { type: "moveBlock", key: 2, by: -1 }))[1]).toBe("Second, mended.");
  });
  test("is dropped by cancelling, and by nothing else", () => {
    const typed = typing(0, mended);
    expect(texts(edits(...typed, { type: "cancel" }))[0]).toBe("First paragraph.");
    const title: DraftEdit = { type: "field", name: "title", value: "Another title" };
    expect(texts(settle(edits(title, ...typed, { type: "keepDropped", index: 0, after: 0 })))[0]).toBe(mended);
    const undone = edits(title, ...typed, { type: "undo" });
    expect(undone.notice).toMatch(/Finish/);
    expect(texts(settle(undone))[0]).toBe(mended);
    expect(undone.now.fields.title).toBe("Another title");
  });
  test("stays in its editor where it cannot be kept", () => {
    const state = edits(...typing(0, "  "), { type: "open", key: 2 });
    expect(state.open).toBe(0);
    expect(state.typed).toHaveLength(1);
    expect(state.notice).toMatch(/empty paragraph/);
    expect(texts(state)[0]).toBe("First paragraph.");
  });
  test("emptied, does not stand in the way of removing its paragraph", () => {
    const state = edits(...typing(0, "  "), { type: "removeBlock", key: 0 });
    expect(texts(state)[0]).toBe("A heading");
    expect(state).toMatchObject({ open: null, typed: [], notice: "Paragraph removed." });
    expect(texts(editDraft(state, { type: "undo" }))[0]).toBe("First paragraph.");
  });
  test("of a comment counts in the same ways", () => {
    const typed: DraftEvent[] = [
      { type: "open", key: 5 },
      {
        type: "typed",
        edits: [
          { type: "comment", key: 5, change: { text: "Another, mended." } },
          { type: "answer", key: 5, answered: 4, isAnswered: true },
        ],
      },
    ];
    const mendedComment = { text: "Another, mended.", inReplyTo: 0, answers: [0] };
    for (const state of [edits(...typed, { type: "done" }), edits(...typed, { type: "open", key: 0 }), settle(edits(...typed))]) {
      expect(toDraft(state.now).comments[1]).toMatchObject(mendedComment);
    }
    expect(texts(edits(...typed, { type: "useCommentAsParagraph", key: 5 })).at(-1)).toBe("Another, mended.");
    expect(toDraft(edits(...typed, { type: "cancel" }).now)).toEqual(draft);
  });
  test("counts as something that would be lost, until it is cancelled", () => {
    expect(hasCorrections(start())).toBe(false);
    expect(hasCorrections(edits(...typing(0, mended)))).toBe(true);
    expect(hasCorrections(edits(...typing(0, mended), { type: "cancel" }))).toBe(false);
  });
  test("is one step of undo", () => {
    expect(texts(edits(...typing(0, mended), { type: "done" }, { type: "undo" }))[0]).toBe("First paragraph.");
  });
});
