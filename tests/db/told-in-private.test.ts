import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { editAnnotation, removeAnnotation } from "@/lib/annotations/commands";
import { atomOf } from "@/lib/feeds/atom";
import { getFeed } from "@/lib/feeds/queries";
import { hide } from "@/lib/moderation/commands";
import { composeDueMail, setFollow, setMailRhythm } from "@/lib/notifications/commands";
import { countUnread, getInbox, getNotice } from "@/lib/notifications/queries";
import { database } from "@/lib/platform/db";
import { editComment, removeComment, reply } from "@/lib/threads/commands";
import { listMentionable } from "@/lib/threads/queries";
import type { Reply } from "@/lib/threads/schema";
import { annotate, makeAuthor, raise, step } from "../fixtures/critiques";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";

/** An installation that sends mail; nothing is sent here. */
Object.assign(process.env, { SMTP_URL: "smtp://localhost:1", MAIL_FROM: "hedgerow@hedgerow.example" });

/** What was written, each with a word that stands nowhere else. Looked for from outside, in everything that tells anybody anything. */
let words: string[];
const word = () => {
  const one = `w${randomUUID().replaceAll("-", "")}`;
  words.push(one);
  return one;
};

const to = {
  host: "h.example",
  article: (slug: string) => `https://h.example/${slug}`,
  feed: (slug: string) => `https://h.example/${slug}.atom`,
  ...{ annotation: (_: string, id: string) => id, comment: (_: string, id: string) => id, critique: (_: string, id: string) => id },
};

let slug: string;
let articleId: string;
let revisionId: string;
let frameworkId: string;
let author: SignedInViewer;
let owner: SignedInViewer;
let other: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  words = [];
  ({ slug, revisionId } = await makeArticle(["Tokyo keeps two clocks.", "It winds 両方 every day."]));
  ({ articleId } = await database().revision.findUniqueOrThrow({ where: { id: revisionId }, select: { articleId: true } }));
  frameworkId = (await makeFrameworks({ Du: null })).Du ?? "";
  [author, owner, other] = [await makePerson("A. Writer"), await makePerson("Owner"), await makePerson("Other")];
  await makeAuthor(articleId, author);
  for (const person of [author, owner, other]) {
    await database().person.update({ where: { id: person.personId }, data: { emailVerifiedAt: new Date() } });
    await setMailRhythm(person, "atOnce");
    await setFollow(person, { subject: { kind: "article", id: articleId }, mode: "follow" });
  }
});

const say = (viewer: SignedInViewer, subject: Reply["to"], text: string) => reply(viewer, { requestId: randomUUID(), to: subject, text });
const soon = () => new Date(Date.now() + 60_000);

/** All that reaches a person, in one text: inbox, mail, the feed. */
async function toldTo(person: SignedInViewer): Promise<string> {
  await composeDueMail(soon());
  const inbox = await getInbox(person);
  const mails = await database().outgoingMail.findMany({ where: { personId: person.personId } });
  return JSON.stringify([inbox, mails]) + (await publicFeed());
}

const publicFeed = async () => atomOf(await getFeed(slug, to));
const found = (text: string) => words.filter((one) => text.includes(one));

describe("what is for its maker alone", () => {
  it("reaches nobody: not by a note, a word under it, a name in it, or what it said before", async () => {
    const annotationId = await annotate(owner, revisionId, frameworkId, { note: word(), audience: "onlyMe" });
    const under = { kind: "annotation", id: annotationId } as const;
    const first = await say(owner, under, `${word()} @Other @A. Writer`);
    await say(owner, { kind: "comment", id: first.commentId }, word());
    await editComment(owner, { commentId: first.commentId, version: 1, text: `${word()} @Other` });
    expect(await database().notification.count()).toBe(0);
    for (const person of [author, other, owner]) {
      expect(found(await toldTo(person))).toEqual([]);
      expect(await countUnread(person)).toBe(0);
    }
    await expect(listMentionable(other, slug, under)).rejects.toMatchObject({ code: "not-found" });
    expect(JSON.stringify(await listMentionable(other, slug, { kind: "article", id: articleId }))).not.toContain("Owner");
    // And where it is for everyone, all of it is told, so that the search above is known to look in the right places.
    const tags = [{ frameworkId, stance: "contests" as const }];
    await editAnnotation(owner, { annotationId, version: 1, tags, note: word(), audience: "everyone" });
    await say(owner, under, word());
    expect(found(await toldTo(other)).length).toBeGreaterThan(2);
    expect(found(await publicFeed())).toHaveLength(4);
  });
});

describe("what was taken back before it was mailed", () => {
  it.each<[string, (annotationId: string, commentId: string) => Promise<unknown>]>([
    ["a comment that its writer deleted", (_, commentId) => removeComment(owner, commentId)],
    [
      "a note made private, with its thread",
      (annotationId) => {
        const tags = [{ frameworkId, stance: "contests" as const }];
        return editAnnotation(owner, { annotationId, version: 1, tags, note: word(), audience: "onlyMe" });
      },
    ],
    ["a note deleted, with its thread", (annotationId) => removeAnnotation(owner, annotationId)],
    [
      "a comment that a moderator hid",
      async (_, commentId) =>
        hide(await makePerson("A curator", "curator"), { subject: { kind: "comment", id: commentId }, reason: "Abuse." }),
    ],
  ])("%s is gone from inbox, mail and feed", async (_what, takeBack) => {
    const annotationId = await annotate(owner, revisionId, frameworkId);
    const text = word();
    const { commentId } = await say(owner, { kind: "annotation", id: annotationId }, text);
    const [notice] = (await getInbox(other)).notices;
    expect(notice?.text).toBe(text);
    expect(found(await publicFeed())).toEqual([text]);
    await takeBack(annotationId, commentId);
    for (const person of [author, other]) expect(found(await toldTo(person))).toEqual([]);
    expect(await database().outgoingMail.count()).toBe(0);
    const opened = await getNotice(other, notice?.id ?? "").catch(() => null);
    expect(JSON.stringify(opened)).not.toContain(text);
  });

  it("a note that a moderator hid is gone from the feed, and from who is told of the critique it was made", async () => {
    const note = word();
    const annotationId = await annotate(owner, revisionId, frameworkId, { note });
    await raise(owner, annotationId);
    expect(found(await publicFeed())).toEqual([note]);
    expect(found(JSON.stringify(await getInbox(author)))).toEqual([note]);
    const curator = await makePerson("A curator", "curator");
    await hide(curator, { subject: { kind: "annotation", id: annotationId }, reason: "Abuse." });
    expect(found(await publicFeed())).toEqual([]);
    for (const person of [author, other]) expect(found(await toldTo(person))).toEqual([]);
  });

  it("a wording that was changed is told in its new words alone", async () => {
    const old = word();
    const { commentId } = await say(owner, { kind: "article", id: articleId }, old);
    const now = word();
    await editComment(owner, { commentId, version: 1, text: now });
    expect(found(await toldTo(other))).toEqual([now]);
  });
});

describe("what everyone may read", () => {
  it("is told to who follows, mailed to them, and in the feed: notes, comments, and each step of a critique", async () => {
    const critiqueId = await raise(owner, await annotate(owner, revisionId, frameworkId, { note: word() }));
    await step(author, critiqueId, "concede", word());
    await say(owner, { kind: "article", id: articleId }, word());
    expect(found(await toldTo(other))).toEqual(words);
    expect(await database().outgoingMail.count()).toBe(3);
    expect(found(await publicFeed())).toEqual(words);
    expect(await countUnread(other)).toBe(3);
  });
});
