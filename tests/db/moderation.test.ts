import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createAnnotation, editAnnotation } from "@/lib/annotations/commands";
import { listNoteTexts } from "@/lib/annotations/queries";
import { getReadingPage } from "@/lib/articles/queries";
import { storeLink } from "@/lib/attributions/commands";
import { getAnnotationHistory } from "@/lib/changes/queries";
import { raiseCritique } from "@/lib/critiques/commands";
import { listCritiques } from "@/lib/critiques/queries";
import { getFrameworkPage } from "@/lib/frameworks/queries";
import { getLetter } from "@/lib/letters/queries";
import { hide, restore } from "@/lib/moderation/commands";
import { listModeration } from "@/lib/moderation/queries";
import type { Moderated } from "@/lib/moderation/schema";
import { getInbox } from "@/lib/notifications/queries";
import { database } from "@/lib/platform/db";
import { readsHidden } from "@/lib/policy/moderation";
import { anonymous, type Viewer } from "@/lib/policy/viewer";
import { createRevision } from "@/lib/revisions/commands";
import { search } from "@/lib/search/queries";
import { editComment, reply } from "@/lib/threads/commands";
import { getThread, listCommentHistory } from "@/lib/threads/queries";
import { draftOf, emptyDatabase, linkAuthor, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";

const NOTE = "zzabusivenote";
const COMMENT = "zzabusivecomment";
const IMPORTED = "zzabusiveimport";

let articleId: string;
let slug: string;
let revisionId: string;
let framework: string;
let note: Moderated;
let comment: Moderated;
let imported: Moderated;
let mina: SignedInViewer;
let curator: SignedInViewer;
let admin: SignedInViewer;
let author: SignedInViewer;
let stranger: SignedInViewer;

beforeEach(async () => {
  await emptyDatabase();
  const comments = [{ commenter: "Handle", isAuthor: false, text: `${IMPORTED} indeed.`, answers: [] }];
  ({ articleId, slug, revisionId } = await makeArticle(["Two clocks run in Tokyo.", "A second paragraph."], { comments }));
  const ids = await makeFrameworks({ Du: null });
  framework = (await database().framework.findFirstOrThrow({ select: { slug: true } })).slug;
  [mina, curator, admin, author, stranger] = await Promise.all([
    makePerson("Mina"),
    makePerson("Curator", "curator"),
    makePerson("Admin", "admin"),
    makePerson("Author", "admin"),
    makePerson("Stranger"),
  ]);
  await linkAuthor(articleId, author);
  const input = {
    ...{
      requestId: randomUUID(),
      revisionId,
      start: 0,
      end: 10,
      quote: "Two clocks",
      note: `${NOTE} at first`,
      audience: "everyone" as const,
    },
    tags: [{ frameworkId: ids.Du ?? "", stance: "supports" as const }],
  };
  note = { kind: "annotation", id: (await createAnnotation(mina, input)).id };
  await editAnnotation(mina, { ...input, annotationId: note.id, version: 1, note: `${NOTE} and again` });
  const { commentId } = await reply(mina, { requestId: randomUUID(), to: { kind: "article", id: articleId }, text: `${COMMENT} at first` });
  await editComment(mina, { commentId, version: 1, text: `${COMMENT} and again` });
  comment = { kind: "comment", id: commentId };
  const external = await database().comment.findFirstOrThrow({ where: { commenterId: { not: null } }, select: { id: true } });
  imported = { kind: "comment", id: external.id };
});

const why = "It is abuse.";
const act = (subject: Moderated) => ({ subject, reason: why });

describe("a moderator", () => {
  it("hides a note and a comment with a reason, and brings them back; both stay recorded", async () => {
    for (const subject of [note, comment, imported]) {
      await hide(curator, act(subject));
      await hide(admin, act(subject)); // hidden already
      expect((await listModeration(curator, slug, { subject })).asked).toMatchObject({
        ...{ hidden: { by: "Curator", reason: why }, can: { hide: false, restore: true } },
      });
      await restore(admin, { subject, reason: "It was none." });
      expect((await listModeration(curator, slug, { subject })).asked).toMatchObject({ hidden: null, can: { hide: true, restore: false } });
    }
    expect(
      (await listModeration(anonymous, slug)).entries.map(({ kind, by, reason, words }) => [kind, by.displayName, reason, words]),
    ).toEqual(
      [0, 1, 2].flatMap(() => [
        ["restore", "Admin", "It was none.", null],
        ["hide", "Curator", why, null],
      ]),
    );
  });

  it("is no author of the article, not the writer, and nobody else", async () => {
    const own = await reply(curator, { requestId: randomUUID(), to: { kind: "article", id: articleId }, text: "Mine." });
    await expect(hide(curator, act({ kind: "comment", id: own.commentId }))).rejects.toMatchObject({ code: "not-found" });
    for (const subject of [note, comment, imported]) {
      for (const viewer of [author, mina, stranger]) {
        await expect(hide(viewer, act(subject))).rejects.toMatchObject({ code: "not-found" });
        expect((await listModeration(viewer, slug, { subject })).asked).toBeNull();
      }
      await expect(hide(anonymous, act(subject))).rejects.toMatchObject({ code: "unauthenticated" });
      await hide(curator, act(subject));
      await expect(restore(author, act(subject))).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(hide(curator, act({ kind: "comment", id: randomUUID() }))).rejects.toMatchObject({ code: "not-found" });
  });

  it("does not come to what is for its maker alone", async () => {
    const { version, tags } = await database().annotation.findUniqueOrThrow({
      where: { id: note.id },
      select: { version: true, tags: { select: { frameworkId: true, stance: true } } },
    });
    await editAnnotation(mina, { annotationId: note.id, version, tags, note: NOTE, audience: "onlyMe" });
    await expect(hide(curator, act(note))).rejects.toMatchObject({ code: "not-found" });
  });

  it("of two at once hides once", async () => {
    await Promise.all([hide(curator, act(comment)), hide(admin, act(comment))]);
    expect(await database().moderation.count()).toBe(1);
  });
});

/** Every door at which the words could be read. */
const doors: [door: string, words: string, open: (viewer: Viewer) => Promise<unknown>][] = [
  ["the reading page", NOTE, (viewer) => getReadingPage(viewer, slug)],
  ["the notes fetched on the way", NOTE, (viewer) => listNoteTexts(viewer, { revision: revisionId, start: 0, end: 100 })],
  ["the annotation's history", NOTE, (viewer) => getAnnotationHistory(viewer, note.id)],
  ["the framework's passages", NOTE, (viewer) => getFrameworkPage(viewer, framework)],
  ["the search for the note", NOTE, (viewer) => search(viewer, { q: NOTE, page: 1 })],
  ["the critiques, by its note", NOTE, (viewer) => listCritiques(viewer, slug)],
  ["the discussion", COMMENT, (viewer) => getThread(viewer, { slug, subject: { kind: "article", id: articleId } })],
  ["the reading page's discussion", COMMENT, (viewer) => getReadingPage(viewer, slug)],
  ["the comment's history", COMMENT, (viewer) => listCommentHistory(viewer, comment.id).catch(() => null)],
  ["the search for the comment", COMMENT, (viewer) => search(viewer, { q: COMMENT, page: 1 })],
  ["the critiques, by its comment", COMMENT, (viewer) => listCritiques(viewer, slug)],
  ["the record of moderation, for the note", NOTE, (viewer) => listModeration(viewer, slug)],
  ["the record of moderation, for the comment", COMMENT, (viewer) => listModeration(viewer, slug)],
];

describe("hidden words are read by their writer and moderators alone", () => {
  beforeEach(async () => {
    await raiseCritique(mina, { subject: { kind: "annotation", id: note.id }, kind: "evidence", frameworkId: null });
    await raiseCritique(mina, { subject: { kind: "comment", id: comment.id }, kind: "evidence", frameworkId: null });
    for (const subject of [note, comment, imported]) await hide(curator, act(subject));
  });

  it.each(doors)("%s", async (_door, words, open) => {
    for (const viewer of [anonymous, stranger]) expect(JSON.stringify(await open(viewer))).not.toContain(words);
    for (const viewer of [mina, curator, admin]) expect(JSON.stringify(await open(viewer))).toContain(words);
  });

  it("and no letter of response, which is written for others, has them, whoever asks for it", async () => {
    for (const viewer of [anonymous, stranger, mina, curator, admin]) {
      const letter = JSON.stringify(await getLetter(viewer, slug, { order: "paragraph" }));
      for (const words of [NOTE, COMMENT]) expect(letter).not.toContain(words);
    }
  });

  it("and no notice repeats them", async () => {
    const inbox = await getInbox(author);
    expect(inbox.notices.length).toBeGreaterThan(1);
    for (const words of [NOTE, COMMENT]) expect(JSON.stringify(inbox)).not.toContain(words);
  });

  it("where it has lost its place too", async () => {
    await createRevision(curator, { articleId, baseRevisionId: revisionId, draft: draftOf(["Nothing of it.", "A second paragraph."]) });
    for (const viewer of [anonymous, stranger]) {
      const page = await getReadingPage(viewer, slug);
      expect(page.orphans).toMatchObject([{ note: null, isHidden: true }]);
      expect(JSON.stringify(page)).not.toContain(NOTE);
    }
    expect((await getReadingPage(mina, slug)).orphans).toMatchObject([{ note: `${NOTE} and again`, isHidden: true }]);
  });

  it("but the mark and its tags stay, and it says that there was a note", async () => {
    const [annotation] = (await getReadingPage(stranger, slug)).annotations;
    expect(annotation).toMatchObject({
      note: null,
      noteLength: 0,
      isHidden: true,
      can: { moderate: false },
      tags: [{ stance: "supports" }],
    });
    expect((await getReadingPage(curator, slug)).annotations[0]?.can.moderate).toBe(true);
    expect((await getReadingPage(author, slug)).annotations[0]?.can.moderate).toBe(false);
  });

  it("and a hidden comment stands where it stood, with who hid it and why", async () => {
    const { comments } = await getThread(stranger, { slug, subject: { kind: "article", id: articleId } });
    expect(comments).toMatchObject([
      { id: comment.id, is: "hidden", hidden: { by: "Curator", reason: why }, text: "", body: [], can: { hide: false, restore: false } },
    ]);
    const seen = await getThread(curator, { slug, subject: { kind: "article", id: articleId } });
    expect(seen.comments).toMatchObject([{ is: "hidden", text: `${COMMENT} and again`, can: { hide: false } }]);
  });

  it("of an imported comment also by the person who proved to be its writer", async () => {
    const read = async (viewer: Viewer) =>
      JSON.stringify([await getReadingPage(viewer, slug), await search(viewer, { q: IMPORTED, page: 1 })]);
    expect(await read(stranger)).not.toContain(IMPORTED);
    const commenter = await database().externalCommenter.findFirstOrThrow({ select: { id: true } });
    await storeLink({ kind: "commenter", id: commenter.id }, stranger.personId, new Date());
    expect(await read(stranger)).toContain(IMPORTED);
    expect(await read(anonymous)).not.toContain(IMPORTED);
  });

  it("and the database's rule is the policy's", async () => {
    for (const viewer of [anonymous, mina, stranger, curator, admin]) {
      for (const writer of [mina.personId, null]) {
        const viewerId = viewer.kind === "person" ? viewer.personId : null;
        const moderates = viewer.kind === "person" && viewer.role !== "reader";
        const [row] = await database().$queryRaw<{ hidden: boolean; shown: boolean }[]>`
          SELECT words_are_hidden(now(), ${writer}::uuid, ${viewerId}::uuid, ${moderates}) AS hidden,
            words_are_hidden(NULL, ${writer}::uuid, ${viewerId}::uuid, ${moderates}) AS shown`;
        expect(row).toEqual({ hidden: !readsHidden(viewer, writer), shown: false });
      }
    }
  });
});

describe("the database refuses", () => {
  const row = (kind: "hide" | "restore", moderatorId: string, subject: Partial<Record<"commentId" | "annotationId", string>>) =>
    database().moderation.create({ data: { kind, moderatorId, reason: why, at: new Date(), ...subject } });

  it("an author, the writer, a reader; and what is not to be done", async () => {
    for (const subject of [{ commentId: comment.id }, { annotationId: note.id }]) {
      await expect(row("hide", author.personId, subject)).rejects.toThrow(/under their own article/);
      await expect(row("hide", mina.personId, subject)).rejects.toThrow(/their own words/);
      await expect(row("hide", stranger.personId, subject)).rejects.toThrow(/moderators moderate/);
      await expect(row("restore", curator.personId, subject)).rejects.toThrow(/can be hidden/);
      await row("hide", curator.personId, subject);
      await expect(row("hide", curator.personId, subject)).rejects.toThrow(/can be hidden/);
      await expect(row("restore", author.personId, subject)).rejects.toThrow(/under their own article/);
    }
    await expect(row("hide", curator.personId, {})).rejects.toThrow();
  });

  it("anything hidden or brought back without a moderator's row", async () => {
    const hidden = { hiddenAt: new Date(), hiddenById: curator.personId, hiddenReason: why };
    const shown = { hiddenAt: null, hiddenById: null, hiddenReason: null };
    const updates = [
      (data: typeof hidden | typeof shown) => database().comment.update({ where: { id: comment.id }, data }),
      (data: typeof hidden | typeof shown) => database().annotation.update({ where: { id: note.id }, data }),
    ];
    for (const update of updates) await expect(update(hidden)).rejects.toThrow(/by a moderator/);
    for (const subject of [note, comment]) await hide(curator, act(subject));
    for (const update of updates) {
      await expect(update(shown)).rejects.toThrow(/by a moderator/);
      await expect(update({ ...hidden, hiddenReason: "Otherwise." })).rejects.toThrow(/by a moderator/);
    }
    // What was once brought back does not bring back what was hidden since.
    await restore(curator, act(comment));
    await hide(curator, act(comment));
    await expect(updates[0]?.(shown)).rejects.toThrow(/by a moderator/);
  });

  it("another record than what was done", async () => {
    await hide(curator, act(comment));
    await expect(database().moderation.updateMany({ data: { reason: "Otherwise." } })).rejects.toThrow(/kept as it was/);
    await expect(database().moderation.deleteMany()).rejects.toThrow(/kept as it was/);
    await database().article.delete({ where: { id: articleId } });
    expect(await database().moderation.count()).toBe(0);
  });
});
