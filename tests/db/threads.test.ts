import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { removeAnnotation } from "@/lib/annotations/commands";
import { database } from "@/lib/platform/db";
import { canThread, threadsVisibleTo } from "@/lib/policy/thread";
import { anonymous, type Viewer } from "@/lib/policy/viewer";
import { search } from "@/lib/search/queries";
import { editComment, removeComment, reply, restoreComment } from "@/lib/threads/commands";
import { threadFactsOf } from "@/lib/threads/facts";
import { findCommentPlace, getThread, listCommentHistory, listMentionable, listThreads } from "@/lib/threads/queries";
import type { Reply } from "@/lib/threads/schema";
import { annotate } from "../fixtures/critiques";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";

let articleId: string;
let slug: string;
let revisionId: string;
let framework: string;
let mina: SignedInViewer;
let chen: SignedInViewer;
let annotationId: string;

beforeEach(async () => {
  await emptyDatabase();
  ({ articleId, slug, revisionId } = await makeArticle(["Tokyo keeps two clocks."], {
    comments: [
      { commenter: "Justice1215", text: "It is only *trade*.", isAuthor: false, answers: [] },
      { commenter: "A. Writer", text: "Justice1215: no.", isAuthor: true, answers: [0], inReplyTo: 0 },
    ],
  }));
  framework = (await makeFrameworks({ Du: null })).Du ?? "";
  mina = await makePerson("Mina Sato");
  chen = await makePerson("陳郁婷");
  annotationId = await annotate(mina, revisionId, framework);
});

const say = (viewer: Viewer, to: Reply["to"], text: string) => reply(viewer, { requestId: randomUUID(), to, text });
const under = () => ({ kind: "annotation", id: annotationId }) as const;
const read = (viewer: Viewer) => getThread(viewer, { slug, subject: under() });

describe("a reply", () => {
  it("stands under what it answers, in reading order, with what it says as nodes", async () => {
    const first = await say(chen, under(), "First **point**");
    await say(mina, under(), "Second");
    await say(mina, { kind: "comment", id: first.commentId }, "Answer to the first");
    const thread = await read(anonymous);
    expect(thread.comments.map(({ text, depth, under }) => [text, depth, under])).toEqual([
      ["First **point**", 0, 1],
      ["Answer to the first", 1, 0],
      ["Second", 0, 0],
    ]);
    expect(thread.comments[0]?.body).toEqual([{ kind: "paragraph", children: ["First ", { kind: "strong", children: ["point"] }] }]);
    expect(thread.comments[0]).toMatchObject({ writer: { name: "陳郁婷", isViewer: false }, can: { reply: false, edit: false } });
    expect((await read(chen)).comments[0]?.can).toMatchObject({ reply: true, edit: true, remove: true, raise: true });
  });

  it("sent twice is stored once, and of many at once each has its place", async () => {
    const sent = { requestId: randomUUID(), to: under(), text: "Once" } as const;
    const [first, second] = await Promise.all([reply(chen, sent), reply(chen, sent)]);
    expect(second).toEqual(first);
    await Promise.all(Array.from({ length: 8 }, (_, index) => say(index % 2 ? mina : chen, under(), `${index}`)));
    expect((await read(anonymous)).total).toBe(9);
    expect(await database().thread.count({ where: { annotationId } })).toBe(1);
  });

  it("may stand under what was imported, which itself stays as it was", async () => {
    const [imported] = await listThreads(anonymous, articleId);
    const [theirs] = imported?.comments ?? [];
    expect(theirs?.body).toEqual([{ kind: "paragraph", children: ["It is only *trade*."] }]);
    expect(imported?.comments[1]).toMatchObject({ writer: { name: "A. Writer", isAuthor: true }, depth: 1, createdAt: null });
    await say(chen, { kind: "comment", id: theirs?.id ?? "" }, "Is it?");
    expect((await getThread(anonymous, { threadId: imported?.id ?? "" })).comments.map(({ text }) => text)).toContain("Is it?");
    await expect(editComment(chen, { commentId: theirs?.id ?? "", version: 1, text: "Other" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("under the article as a whole begins one thread, beside the imported ones", async () => {
    const subject = { kind: "article", id: articleId } as const;
    await Promise.all([say(chen, subject, "One"), say(mina, subject, "Two")]);
    const thread = await getThread(anonymous, { slug, subject });
    expect(thread).toMatchObject({ isImported: false, total: 2 });
    expect((await listThreads(anonymous, articleId)).map(({ isImported }) => isImported)).toEqual([true, false]);
  });
});

describe("a comment", () => {
  it("changes with all that it said before in sight, and tells the second of two", async () => {
    const { commentId } = await say(chen, under(), "Frist");
    await editComment(chen, { commentId, version: 1, text: "First" });
    await expect(editComment(chen, { commentId, version: 1, text: "Third" })).rejects.toMatchObject({ code: "conflict" });
    expect((await listCommentHistory(anonymous, commentId)).states.map(({ text, version }) => [version, text])).toEqual([
      [1, "Frist"],
      [2, "First"],
    ]);
    await expect(editComment(mina, { commentId, version: 2, text: "Hers" })).rejects.toMatchObject({ code: "not-found" });
  });

  it("taken away leaves its place while something stands under it, and can be brought back", async () => {
    const { commentId } = await say(chen, under(), "A secret slip");
    await say(mina, { kind: "comment", id: commentId }, "Answer");
    const alone = await say(chen, under(), "Alone");
    await removeComment(chen, commentId);
    await removeComment(chen, alone.commentId);
    const thread = await read(anonymous);
    expect(thread.comments.map(({ is, text }) => [is, text])).toEqual([
      ["deleted", ""],
      ["shown", "Answer"],
    ]);
    expect(JSON.stringify(thread)).not.toContain("secret");
    await expect(listCommentHistory(anonymous, commentId)).rejects.toMatchObject({ code: "not-found" });
    await restoreComment(chen, commentId);
    expect((await read(anonymous)).comments[0]?.text).toBe("A secret slip");
    await expect(removeComment(mina, commentId)).rejects.toMatchObject({ code: "not-found" });
  });

  it("changed by SQL alone, without its former words, is refused", async () => {
    await say(chen, under(), "As it was");
    await expect(database().$executeRaw`UPDATE comment SET text = 'Otherwise' WHERE text = 'As it was'`).rejects.toThrow();
  });
});

describe("what only its maker may see", () => {
  it("has no thread for anybody else: the same answer as for what does not exist", async () => {
    annotationId = await annotate(mina, revisionId, framework, { audience: "onlyMe" });
    const { commentId, threadId } = await say(mina, under(), "To myself @陳郁婷");
    expect(await database().commentMention.count()).toBe(0);
    expect(await listMentionable(mina, slug, under())).toEqual([]);
    const absent = { kind: "annotation", id: randomUUID() } as const;
    const refusal = (work: Promise<unknown>) => work.then(String, (error) => ({ code: error.code, message: error.message }));
    for (const viewer of [anonymous, chen]) {
      expect(await refusal(read(viewer))).toEqual(await refusal(getThread(viewer, { slug, subject: absent })));
      expect(await refusal(getThread(viewer, { threadId }))).toEqual(await refusal(getThread(viewer, { threadId: randomUUID() })));
      expect(await findCommentPlace(viewer, commentId)).toBeNull();
    }
    expect(await refusal(say(chen, under(), "Hello?"))).toEqual(await refusal(say(chen, absent, "Hello?")));
    const answer = (id: string) => refusal(say(chen, { kind: "comment", id }, "Hello?"));
    expect(await answer(commentId)).toEqual(await answer(randomUUID()));
    expect((await read(mina)).total).toBe(1);
  });

  it("is seen by the same people by the rule in code and by the filter in SQL", async () => {
    const secret = await annotate(mina, revisionId, framework, { audience: "onlyMe" });
    const gone = await annotate(chen, revisionId, framework);
    for (const id of [secret, annotationId]) await say(mina, { kind: "annotation", id }, "Mine");
    await say(chen, { kind: "annotation", id: gone }, "Mine");
    await removeAnnotation(chen, gone);
    await say(chen, { kind: "article", id: articleId }, "Ours");
    const threads = await database().thread.findMany({ include: { annotation: true } });
    for (const viewer of [anonymous, mina, chen]) {
      const byCode = threads.filter((thread) => canThread(viewer, "read", threadFactsOf(thread.annotation))).map(({ id }) => id);
      const bySql = await database().thread.findMany({ where: threadsVisibleTo(viewer), select: { id: true } });
      expect(bySql.map(({ id }) => id).sort()).toEqual(byCode.sort());
    }
  });

  it("does not come to be so once others have answered", async () => {
    await say(mina, under(), "Mine");
    await say(chen, under(), "Theirs");
    await expect(removeAnnotation(mina, annotationId)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("Others have answered"),
    });
  });
});

describe("mentions", () => {
  it("reach those who have shown themselves under the article, by their whole names, and nobody else", async () => {
    await makePerson("Hidden Reader");
    await say(chen, under(), "Hello");
    expect((await listMentionable(mina, slug, under())).map(({ name }) => name).sort()).toEqual(["Mina Sato", "陳郁婷"]);
    const { commentId } = await say(mina, under(), "@陳郁婷 and @Hidden Reader and me@陳郁婷.example");
    const mentions = await database().commentMention.findMany({ where: { commentId } });
    expect(mentions.map(({ name }) => name)).toEqual(["陳郁婷"]);
    const [shown] = (await read(anonymous)).comments.filter(({ id }) => id === commentId);
    expect(JSON.stringify(shown?.body)).toContain(JSON.stringify({ kind: "mention", name: "陳郁婷" }));
  });
});

describe("the search", () => {
  it("finds what is said under a note for those who may read the note, and for nobody else", async () => {
    const secret = await annotate(mina, revisionId, framework, { audience: "onlyMe" });
    await say(mina, { kind: "annotation", id: secret }, "A quokka, to myself");
    await say(chen, under(), "A quokka, to all");
    const found = async (viewer: Viewer) => {
      const outcome = await search(viewer, { q: "quokka", page: 1 });
      if (outcome.kind !== "answered") throw new Error(outcome.kind);
      return outcome.result.hits.map(({ excerpt, isPrivate }) => [excerpt.map(({ text }) => text).join(""), isPrivate]);
    };
    expect(await found(anonymous)).toEqual([["A quokka, to all", false]]);
    expect((await found(mina)).sort()).toEqual([
      ["A quokka, to all", false],
      ["A quokka, to myself", true],
    ]);
  });
});
