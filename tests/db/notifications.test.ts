import { beforeEach, describe, expect, it } from "vitest";
import { tell } from "@/lib/notifications/commands";
import type { NoticeEvent } from "@/lib/notifications/schema";
import { database } from "@/lib/platform/db";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";
import { makeAnnotation, makeComment, makeCritique, makeStep, makeThread } from "../fixtures/discussion";

let article: { articleId: string; revisionId: string; frameworkId: string };
let author: SignedInViewer;
let mina: SignedInViewer;
let chen: SignedInViewer;
let ravi: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  const { revisionId } = await makeArticle(["Tokyo keeps two clocks.", "It winds 両方 every day."]);
  const { articleId } = await database().revision.findUniqueOrThrow({ where: { id: revisionId }, select: { articleId: true } });
  article = { articleId, revisionId, frameworkId: (await makeFrameworks({ Du: null })).Du ?? "" };
  author = await makePerson("A. Writer");
  mina = await makePerson("Mina");
  chen = await makePerson("陳郁婷");
  ravi = await makePerson("Ravi");
  await database().byline.updateMany({ where: { articleId }, data: { personId: author.personId } });
});

const told = (event: NoticeEvent) => database().$transaction((transaction) => tell(transaction, event, new Date()));

async function notices(): Promise<Record<string, string[]>> {
  const rows = await database().notification.findMany({ select: { kind: true, person: { select: { displayName: true } } } });
  const of: Record<string, string[]> = {};
  for (const { kind, person } of rows) of[person.displayName] = [...(of[person.displayName] ?? []), kind].sort();
  return of;
}

describe("being told", () => {
  it("of an answer: whom it answers, who is named, and who wrote there before; once, however often it is told", async () => {
    const { threadId } = await makeAnnotation(mina, article);
    const first = await makeComment(threadId, chen);
    const commentId = await makeComment(threadId, author, { to: first, mentions: [ravi] });
    await Promise.all([told({ kind: "comment", commentId }), told({ kind: "comment", commentId })]);
    await told({ kind: "comment", commentId });
    expect(await notices()).toEqual({ 陳郁婷: ["reply"], Ravi: ["mention"], Mina: ["followed"] });
  });

  it("of a comment on the article itself: its author", async () => {
    const threadId = await makeThread(article);
    await told({ kind: "comment", commentId: await makeComment(threadId, mina) });
    expect(await notices()).toEqual({ "A. Writer": ["reply"] });
  });

  it("of an answer to an imported comment: the person whom its commenter has shown to be", async () => {
    const { articleId } = article;
    const threadId = await makeThread(article);
    const commenter = await database().externalCommenter.create({ data: { articleId, position: 0, name: "J", personId: ravi.personId } });
    const imported = await database().comment.create({ data: { threadId, position: 0, commenterId: commenter.id, text: "Hm" } });
    await told({ kind: "comment", commentId: await makeComment(threadId, mina, { to: imported.id }) });
    expect(await notices()).toEqual({ Ravi: ["reply"] });
  });

  it("of a critique and its steps, with their words: its author, its critic, and who follows", async () => {
    const annotation = await makeAnnotation(mina, article);
    const critiqueId = await makeCritique(mina, { articleId: article.articleId, ...annotation });
    await database().follow.create({ data: { personId: ravi.personId, articleId: article.articleId, mode: "follow" } });
    await told({ kind: "critique", critiqueId });
    expect(await notices()).toEqual({ "A. Writer": ["critique"], Ravi: ["followed"] });
    const commentId = await makeComment(annotation.threadId, author, { mentions: [chen] });
    await makeStep(author, critiqueId, { number: 2, kind: "concede", actor: "author", fromState: "open", toState: "conceded", commentId });
    await told({ kind: "step", critiqueId, number: 2 });
    await told({ kind: "comment", commentId }); // the same thing
    expect(await notices()).toEqual({ "A. Writer": ["critique"], Ravi: ["followed", "followed"], Mina: ["answer"], 陳郁婷: ["mention"] });
  });

  it("never of what one may not see", async () => {
    const { threadId } = await makeAnnotation(mina, article, { audience: "onlyMe" });
    await database().follow.create({ data: { personId: ravi.personId, articleId: article.articleId, mode: "follow" } });
    await told({ kind: "comment", commentId: await makeComment(threadId, mina, { mentions: [chen] }) });
    expect(await notices()).toEqual({});
  });

  it("never of what one muted", async () => {
    const { threadId } = await makeAnnotation(mina, article);
    await database().follow.create({ data: { personId: mina.personId, threadId, mode: "mute" } });
    await told({ kind: "comment", commentId: await makeComment(threadId, chen, { mentions: [mina] }) });
    expect(await notices()).toEqual({});
  });
});
