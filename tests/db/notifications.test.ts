import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { editAnnotation } from "@/lib/annotations/commands";
import { composeDueMail, markRead, setFollow, setMailRhythm, tell } from "@/lib/notifications/commands";
import { countUnread, dueForMail, getInbox, getNotice } from "@/lib/notifications/queries";
import type { MailRhythm } from "@/lib/notifications/schema";
import { database, type Transaction } from "@/lib/platform/db";
import { anonymous } from "@/lib/policy/viewer";
import { editComment, removeComment, reply, restoreComment } from "@/lib/threads/commands";
import type { Reply } from "@/lib/threads/schema";
import { annotate, makeAuthor, raise, step } from "../fixtures/critiques";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";

// An installation that sends mail; nothing is sent here.
Object.assign(process.env, { SMTP_URL: "smtp://localhost:1", MAIL_FROM: "hedgerow@hedgerow.example" });

const HOUR = 3_600_000;

let articleId: string;
let revisionId: string;
let frameworkId: string;
let author: SignedInViewer;
let mina: SignedInViewer;
let chen: SignedInViewer;
let ravi: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  ({ revisionId } = await makeArticle(["Tokyo keeps two clocks.", "It winds 両方 every day."]));
  ({ articleId } = await database().revision.findUniqueOrThrow({ where: { id: revisionId }, select: { articleId: true } }));
  frameworkId = (await makeFrameworks({ Du: null })).Du ?? "";
  [author, mina, chen, ravi] = [
    await makePerson("A. Writer"),
    await makePerson("Mina"),
    await makePerson("陳郁婷"),
    await makePerson("Ravi"),
  ];
  await makeAuthor(articleId, author);
});

const say = (viewer: SignedInViewer, to: Reply["to"], text = "Well.") => reply(viewer, { requestId: randomUUID(), to, text });
const onArticle = (viewer: SignedInViewer, text?: string) => say(viewer, { kind: "article", id: articleId }, text);
const answer = (viewer: SignedInViewer, commentId: string, text?: string) => say(viewer, { kind: "comment", id: commentId }, text);
const under = (viewer: SignedInViewer, annotationId: string, text?: string) => say(viewer, { kind: "annotation", id: annotationId }, text);
const forget = () => database().notification.deleteMany();

/** Who was told, and why. */
async function notices(): Promise<Record<string, string[]>> {
  const rows = await database().notification.findMany({ select: { kind: true, person: { select: { displayName: true } } } });
  const of: Record<string, string[]> = {};
  for (const { kind, person } of rows) of[person.displayName] = [...(of[person.displayName] ?? []), kind].sort();
  return of;
}

describe("being told", () => {
  it("of an answer: whom it answers, and who wrote there before; once, however often it is told", async () => {
    const annotationId = await annotate(mina, revisionId, frameworkId);
    const first = await under(chen, annotationId);
    expect(await notices()).toEqual({ Mina: ["reply"] });
    await forget();
    const { commentId } = await answer(ravi, first.commentId);
    const again = () => database().$transaction((transaction) => tell(transaction, { kind: "comment", commentId }, new Date()));
    await Promise.all([again(), again()]);
    expect(await notices()).toEqual({ 陳郁婷: ["reply"], Mina: ["followed"] });
  });

  it("of being named, the more so than of being answered; when a change names somebody, them alone", async () => {
    const first = await onArticle(chen);
    await onArticle(ravi);
    await forget();
    const { commentId } = await answer(mina, first.commentId, "@陳郁婷 as you say.");
    expect(await notices()).toEqual({ 陳郁婷: ["mention"], Ravi: ["followed"] });
    await forget();
    await editComment(mina, { commentId, version: 1, text: "@Ravi said so." });
    expect(await notices()).toEqual({ Ravi: ["mention"] });
  });

  it("of a comment on the article itself: its author", async () => {
    await onArticle(mina);
    expect(await notices()).toEqual({ "A. Writer": ["reply"] });
  });

  it("of a critique and its steps, each with its words once: its author, its critic, and who follows", async () => {
    await setFollow(ravi, { subject: { kind: "article", id: articleId }, mode: "follow" });
    const critiqueId = await raise(mina, await annotate(mina, revisionId, frameworkId));
    expect(await notices()).toEqual({ "A. Writer": ["critique"], Ravi: ["followed"] });
    await forget();
    await step(author, critiqueId, "concede", "You are right.");
    expect(await notices()).toEqual({ Mina: ["answer"], Ravi: ["followed"] });
    const { commentId } = await database().critiqueStep.findFirstOrThrow({ where: { critiqueId, number: 2 } });
    await database().$transaction((transaction) => tell(transaction, { kind: "comment", commentId: commentId ?? "" }, new Date()));
    expect(await notices()).toEqual({ Mina: ["answer"], Ravi: ["followed"] });
    await forget();
    await step(mina, critiqueId, "satisfy");
    expect(await notices()).toEqual({ "A. Writer": ["step"], Ravi: ["followed"] });
  });

  it("never of what one muted: a mention comes through a muted article, and not through a muted thread", async () => {
    await onArticle(mina);
    const { threadId } = await onArticle(chen);
    await forget();
    await setFollow(mina, { subject: { kind: "article", id: articleId }, mode: "mute" });
    await onArticle(chen);
    await onArticle(chen, "@Mina?");
    await setFollow(mina, { subject: { kind: "thread", id: threadId }, mode: "mute" });
    await onArticle(chen, "@Mina, again?");
    expect((await notices()).Mina).toEqual(["mention"]);
    await setFollow(mina, { subject: { kind: "thread", id: threadId }, mode: null });
    await setFollow(mina, { subject: { kind: "article", id: articleId }, mode: null });
    await onArticle(chen);
    expect((await notices()).Mina).toEqual(["followed", "mention"]);
  });

  it("in three statements, however many are told", async () => {
    const { threadId, commentId } = await onArticle(mina);
    const many = Array.from({ length: 300 }, (_, index) => ({ id: randomUUID(), displayName: `Reader ${index}` }));
    await database().person.createMany({ data: many });
    await database().follow.createMany({ data: many.map(({ id }) => ({ personId: id, threadId, mode: "follow" as const })) });
    await forget();
    const told = await statementsOf((transaction) => tell(transaction, { kind: "comment", commentId }, new Date()));
    expect(told).toBe(3);
    expect(await database().notification.count()).toBe(301);
  });
});

/** How many statements the work needs, as the transaction’s own connection counts them. */
async function statementsOf(work: (transaction: Transaction) => Promise<void>): Promise<number> {
  let count = 0;
  await database().$transaction(async (transaction) => {
    const counting = new Proxy(transaction, {
      get(target, name, receiver) {
        if (name === "$queryRaw" || name === "$executeRaw" || name === "notification") count++;
        return Reflect.get(target, name, receiver);
      },
    });
    await work(counting);
  });
  return count;
}

describe("the inbox", () => {
  it("shows what is unread first, page by page, and counts it", async () => {
    const { threadId } = await onArticle(mina);
    await forget();
    const at = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * HOUR);
    const said = await onArticle(chen);
    await forget();
    for (let index = 0; index < 130; index++) {
      const { id } = await database().comment.create({
        data: { threadId, position: index + 10, personId: chen.personId, text: `No. ${index}`, createdAt: at(index) },
      });
      await database().notification.create({
        data: {
          personId: mina.personId,
          kind: "followed",
          articleId,
          threadId,
          commentId: id,
          createdAt: at(index),
          readAt: index % 2 ? at(index) : null,
        },
      });
    }
    expect(said.threadId).toBe(threadId);
    const seen: { text: string | null; isRead: boolean }[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 5; pages++) {
      const page = await getInbox(mina, { cursor });
      expect(page.unread).toBe(65);
      seen.push(...page.notices.map(({ text, isRead }) => ({ text, isRead })));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    const down = (from: number) => Array.from({ length: 65 }, (_, index) => `No. ${from - 2 * index}`);
    expect(seen.map(({ text }) => text)).toEqual([...down(128), ...down(129)]);
    expect(seen.map(({ isRead }) => isRead)).toEqual(seen.map((_, index) => index >= 65));
    await markRead(mina, { until: at(60).toISOString() });
    expect(await countUnread(mina)).toBe(34);
    expect(await countUnread(chen)).toBe(0);
    expect(await countUnread(anonymous)).toBe(0);
  });

  it("is one’s own: nobody opens or marks a notice of somebody else’s", async () => {
    await onArticle(mina);
    const [notice] = (await getInbox(author)).notices;
    expect(notice).toMatchObject({ kind: "reply", by: { name: "Mina", isAuthor: false }, text: "Well.", isRead: false });
    const id = notice?.id ?? "";
    await expect(getNotice(chen, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(getInbox(anonymous)).rejects.toMatchObject({ code: "unauthenticated" });
    await markRead(chen, { ids: [id] });
    expect(await countUnread(author)).toBe(1);
    await markRead(author, { ids: [id] });
    expect(await countUnread(author)).toBe(0);
    expect(await getNotice(author, id)).toMatchObject({ id, isRead: true });
  });

  it("tells of what was taken back that it was, and of what came back what it says", async () => {
    const { commentId } = await onArticle(mina, "Taken back.");
    await removeComment(mina, commentId);
    expect((await getInbox(author)).notices).toMatchObject([{ by: null, text: null, isGone: true }]);
    await restoreComment(mina, commentId);
    expect((await getInbox(author)).notices).toMatchObject([{ by: { name: "Mina" }, text: "Taken back.", isGone: false }]);
  });

  it("forgets what one can no longer see, in the list, in the count and by its address", async () => {
    const annotationId = await annotate(mina, revisionId, frameworkId);
    await setFollow(chen, { subject: { kind: "article", id: articleId }, mode: "follow" });
    await under(mina, annotationId, "To myself.");
    const [notice] = (await getInbox(chen)).notices;
    expect(notice).toMatchObject({ kind: "followed", text: "To myself." });
    const tags = [{ frameworkId, stance: "contests" as const }];
    await editAnnotation(mina, { annotationId, version: 1, tags, note: "Says who?", audience: "onlyMe" });
    expect(await getInbox(chen)).toMatchObject({ notices: [], unread: 0 });
    expect(await countUnread(chen)).toBe(0);
    await expect(getNotice(chen, notice?.id ?? "")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("following", () => {
  it("is refused of what one may not see, as of what is not there", async () => {
    const { threadId } = await under(mina, await annotate(mina, revisionId, frameworkId, { audience: "onlyMe" }));
    for (const id of [threadId, randomUUID()]) {
      await expect(setFollow(chen, { subject: { kind: "thread", id }, mode: "follow" })).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(setFollow(anonymous, { subject: { kind: "thread", id: threadId }, mode: "mute" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    expect(await setFollow(mina, { subject: { kind: "thread", id: threadId }, mode: "mute" })).toEqual({ mode: "mute" });
  });
});

const confirm = ({ personId }: SignedInViewer) =>
  database().person.update({ where: { id: personId }, data: { emailVerifiedAt: new Date() } });
const hoursOn = (hours: number) => new Date(Date.now() + hours * HOUR);

describe("mail", () => {
  it.each<[MailRhythm, notYet: number | null, due: number]>([
    ["atOnce", null, 0.01],
    ["daily", 23.9, 24.1],
    ["weekly", 24 * 6.9, 24 * 7.1],
  ])("%s: waits as long as it says", async (rhythm, notYet, due) => {
    await confirm(author);
    await setMailRhythm(author, rhythm);
    await onArticle(mina);
    if (notYet !== null) expect(await dueForMail(hoursOn(notYet))).toEqual([]);
    expect(await dueForMail(hoursOn(due))).toEqual([author.personId]);
  });

  it("goes to nobody who wants none, has no confirmed address, or has read it all", async () => {
    await onArticle(mina);
    expect(await dueForMail(hoursOn(999))).toEqual([]);
    await confirm(author);
    expect(await dueForMail(hoursOn(999))).toEqual([author.personId]);
    await setMailRhythm(author, "never");
    expect(await dueForMail(hoursOn(999))).toEqual([]);
    await setMailRhythm(author, "daily");
    expect(await dueForMail(hoursOn(999))).toEqual([]);
    await onArticle(mina);
    expect(await dueForMail(hoursOn(999))).toEqual([author.personId]);
    await markRead(author, { until: hoursOn(1).toISOString() });
    expect(await dueForMail(hoursOn(999))).toEqual([]);
  });

  it("is queued once, whoever asks for it at the same time", async () => {
    await confirm(author);
    await onArticle(mina, "Once.");
    const queued = await Promise.all([composeDueMail(hoursOn(25)), composeDueMail(hoursOn(25)), composeDueMail(hoursOn(25))]);
    expect(queued.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await composeDueMail(hoursOn(999))).toBe(0);
    const mails = await database().outgoingMail.findMany();
    expect(mails).toMatchObject([{ personId: author.personId, subject: "Mina answered you: A test article", unsubscribable: true }]);
    expect(mails[0]?.text).toContain("> Once.");
    expect(mails[0]?.text).toContain(`/inbox/${(await getInbox(author)).notices[0]?.id}`);
  });
});
