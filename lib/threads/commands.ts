import "server-only";
import { AppError } from "../errors";
import { tell } from "../notifications/commands";
import { database, isUniqueViolation, type Transaction, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { signedIn } from "../policy/person";
import { type CommentFacts, canComment, canThread } from "../policy/thread";
import type { Viewer } from "../policy/viewer";
import { threadFactsOf } from "./facts";
import { mentionsIn } from "./mentions";
import { listMentionableIn } from "./queries";
import type { EditComment, Reply, Subject } from "./schema";

const WRITES_PER_MINUTE = { count: 30, seconds: 60 };
const absent = () => new AppError("not-found", "This discussion is no longer there. What you typed is still here.");
const gone = () => new AppError("not-found", "This comment is no longer there. What you typed is still here.");

/**
 * Stores a reply under an annotation, a claim, the article or another comment, with the people it mentions who may read it. Sent twice
 * with one `requestId`, it is stored once and answers the same ids.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found"
 */
export async function reply(
  viewer: Viewer,
  { requestId, to, text }: Reply,
  now = new Date(),
): Promise<{ commentId: string; threadId: string }> {
  const { personId } = signedIn(viewer, "answer here");
  await countTry(`comment:${personId}`, WRITES_PER_MINUTE);
  return once({ personId, requestId }, () =>
    transact(async (transaction) => {
      const place = await placeOf(transaction, viewer, to);
      const stored = await storeComment(transaction, { ...place, personId, requestId, text, now });
      await tell(transaction, { kind: "comment", commentId: stored.commentId }, now);
      return stored;
    }),
  );
}

/** Does the work, or answers what it stored before when the request is one that was there already. */
export async function once(
  key: { personId: string; requestId: string },
  work: () => Promise<{ commentId: string; threadId: string }>,
): Promise<{ commentId: string; threadId: string }> {
  try {
    return await work();
  } catch (error) {
    const stored = isUniqueViolation(error) ? await findByRequest(key) : null;
    if (stored) return stored;
    throw error;
  }
}

/** The comment that a request stored, if it did. */
export async function findByRequest(key: { personId: string; requestId: string }) {
  const stored = await database().comment.findUnique({ where: { personId_requestId: key }, select: { id: true, threadId: true } });
  return stored && { commentId: stored.id, threadId: stored.threadId };
}

export type NewComment = {
  threadId: string;
  parentPosition: number | null;
  personId: string;
  requestId: string;
  text: string;
  now: Date;
};

/** The writing half of `reply`, inside the caller's transaction; who may write there was decided before. */
export async function storeComment(
  transaction: Transaction,
  { threadId, parentPosition, personId, requestId, text, now }: NewComment,
): Promise<{ commentId: string; threadId: string }> {
  // Held, so that of two replies at once each has a place of its own.
  await transaction.$queryRaw`SELECT id FROM thread WHERE id = ${threadId}::uuid FOR UPDATE`;
  const last = await transaction.comment.aggregate({ where: { threadId }, _max: { position: true } });
  const position = (last._max.position ?? -1) + 1;
  const { id: commentId } = await transaction.comment.create({
    data: { threadId, position, parentPosition, personId, requestId, text, createdAt: now },
    select: { id: true },
  });
  await storeMentions(transaction, { commentId, threadId, personId, text });
  return { commentId, threadId };
}

async function storeMentions(
  transaction: Transaction,
  { commentId, threadId, personId, text }: { commentId: string; threadId: string; personId: string; text: string },
): Promise<void> {
  if (!text.includes("@")) return;
  const named = mentionsIn(text, await listMentionableIn(transaction, threadId)).filter((person) => person.personId !== personId);
  const data = named.map(({ personId, name }) => ({ commentId, personId, name }));
  await transaction.commentMention.createMany({ data, skipDuplicates: true });
}

/**
 * Changes one's own comment; what it said before stays for all to read. When the text is what it was, nothing changes.
 * @throws AppError "conflict" when it was changed since the version the person saw; "not-found" when it is not theirs
 */
export async function editComment(
  viewer: Viewer,
  { commentId, version, text }: EditComment,
  now = new Date(),
): Promise<{ version: number }> {
  const { personId } = signedIn(viewer, "change a comment");
  await countTry(`comment:${personId}`, WRITES_PER_MINUTE);
  return transact(async (transaction) => {
    const comment = await lockComment(transaction, commentId);
    if (!comment || !canComment(viewer, "edit", comment.thread, comment.facts)) throw gone();
    if (comment.version !== version) {
      throw new AppError(
        "conflict",
        "This comment was changed elsewhere since you opened it. What you typed is still here; reload to see it.",
      );
    }
    if (comment.text === text) return { version };
    await transaction.commentChange.create({ data: { commentId, version, text: comment.text, changedAt: now } });
    await transaction.comment.update({ where: { id: commentId }, data: { text, version: version + 1, editedAt: now } });
    await transaction.commentMention.deleteMany({ where: { commentId } });
    await storeMentions(transaction, { commentId, threadId: comment.threadId, personId, text });
    // Who is named only now is told; the others have been.
    await tell(transaction, { kind: "comment", commentId }, now);
    return { version: version + 1 };
  });
}

/** Takes one's own comment away: a tombstone stands for it while others have answered. Twice is the same as once. */
export async function removeComment(viewer: Viewer, commentId: string, now = new Date()): Promise<null> {
  return switchComment(viewer, commentId, "remove", now);
}

/** Undoes `removeComment`. Twice is the same as once. */
export async function restoreComment(viewer: Viewer, commentId: string): Promise<null> {
  return switchComment(viewer, commentId, "restore", null);
}

async function switchComment(viewer: Viewer, commentId: string, operation: "remove" | "restore", deletedAt: Date | null): Promise<null> {
  const { personId } = signedIn(viewer, operation === "remove" ? "delete a comment" : "bring back a comment");
  await countTry(`comment:${personId}`, WRITES_PER_MINUTE);
  return transact(async (transaction) => {
    const comment = await lockComment(transaction, commentId);
    const facts = comment?.facts;
    // Asked as if it were still to do: who may not do it learns nothing from its being done.
    const isDone = facts?.isDeleted === (operation === "remove");
    if (!comment || !facts || !canComment(viewer, operation, comment.thread, { ...facts, isDeleted: operation === "restore" })) {
      if (facts?.isRecord && facts.writerId === personId) {
        throw new AppError(
          "invalid",
          "This comment is part of a critique’s record, so it stays. You can edit it; what it said before stays in sight.",
        );
      }
      throw gone();
    }
    if (!isDone) await transaction.comment.update({ where: { id: commentId }, data: { deletedAt } });
    return null;
  });
}

const annotationSelect = { personId: true, audience: true, deletedAt: true } as const;
type AnnotationRow = Parameters<typeof threadFactsOf>[0];

async function lockComment(transaction: Transaction, commentId: string) {
  await transaction.$queryRaw`SELECT id FROM comment WHERE id = ${commentId}::uuid FOR UPDATE`;
  const comment = await transaction.comment.findUnique({
    where: { id: commentId },
    select: {
      ...{ threadId: true, personId: true, text: true, version: true, deletedAt: true, hiddenAt: true },
      thread: { select: { annotation: { select: annotationSelect } } },
      critique: { select: { id: true } },
      step: { select: { number: true } },
    },
  });
  if (!comment) return null;
  const { threadId, text, version, thread, personId, deletedAt, hiddenAt, critique, step } = comment;
  const facts: CommentFacts = {
    writerId: personId,
    isDeleted: deletedAt !== null,
    isHidden: hiddenAt !== null,
    isRecord: critique !== null || step !== null,
  };
  return { threadId, text, version, thread: threadFactsOf(thread.annotation), facts };
}

/** Where a reply goes, its thread begun if need be. @throws AppError "not-found" when the viewer may not answer there */
async function placeOf(
  transaction: Transaction,
  viewer: Viewer,
  to: Reply["to"],
): Promise<{ threadId: string; parentPosition: number | null }> {
  if (to.kind !== "comment") return { threadId: await threadUnder(transaction, viewer, to), parentPosition: null };
  // The annotation is held before it is read: its maker may be closing it in this moment.
  await transaction.$queryRaw`
    SELECT a.id FROM comment c JOIN thread t ON t.id = c.thread_id JOIN annotation a ON a.id = t.annotation_id
    WHERE c.id = ${to.id}::uuid FOR SHARE OF a`;
  const parent = await transaction.comment.findUnique({
    where: { id: to.id },
    select: {
      threadId: true,
      position: true,
      deletedAt: true,
      hiddenAt: true,
      thread: { select: { annotation: { select: annotationSelect } } },
    },
  });
  if (
    !parent ||
    parent.deletedAt !== null ||
    parent.hiddenAt !== null ||
    !canThread(viewer, "reply", threadFactsOf(parent.thread.annotation))
  )
    throw gone();
  return { threadId: parent.threadId, parentPosition: parent.position };
}

/** The thread under a subject, begun if there is none yet. @throws AppError "not-found" when the viewer may not answer there */
export async function threadUnder(transaction: Transaction, viewer: Viewer, subject: Subject): Promise<string> {
  const found = await articleOf(transaction, subject);
  if (!found || !canThread(viewer, "reply", threadFactsOf(found.annotation))) throw absent();
  const { articleId } = found;
  const which = {
    article: { articleId, annotationId: null, claimId: null, isImported: false },
    annotation: { annotationId: subject.id },
    claim: { claimId: subject.id },
  }[subject.kind];
  const existing = await transaction.thread.findFirst({ where: which, select: { id: true } });
  if (existing) return existing.id;
  // One at a time: each thread of an article has a position of its own, and a subject has one thread.
  await transaction.$queryRaw`SELECT id FROM article WHERE id = ${articleId}::uuid FOR UPDATE`;
  const meanwhile = await transaction.thread.findFirst({ where: which, select: { id: true } });
  if (meanwhile) return meanwhile.id;
  const last = await transaction.thread.aggregate({ where: { articleId }, _max: { position: true } });
  const position = (last._max.position ?? -1) + 1;
  const { id } = await transaction.thread.create({ data: { ...which, articleId, position }, select: { id: true } });
  return id;
}

async function articleOf(transaction: Transaction, subject: Subject): Promise<{ articleId: string; annotation: AnnotationRow } | null> {
  if (subject.kind === "annotation") {
    await transaction.$queryRaw`SELECT id FROM annotation WHERE id = ${subject.id}::uuid FOR SHARE`;
    const annotation = await transaction.annotation.findUnique({
      where: { id: subject.id },
      select: { articleId: true, ...annotationSelect },
    });
    return annotation && { articleId: annotation.articleId, annotation };
  }
  if (subject.kind === "claim") {
    const claim = await transaction.claim.findUnique({
      where: { id: subject.id },
      select: { passage: { select: { revision: { select: { articleId: true } } } } },
    });
    return claim && { articleId: claim.passage.revision.articleId, annotation: null };
  }
  const article = await transaction.article.findUnique({ where: { id: subject.id }, select: { id: true } });
  return article && { articleId: article.id, annotation: null };
}
