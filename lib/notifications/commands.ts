import "server-only";
import type { Audience } from "../annotations/schema";
import type { Actor, StepKind } from "../critiques/life";
import { AppError } from "../errors";
import { queueMail } from "../mail/commands";
import { isMailbox } from "../mail/mail";
import { database, isUniqueViolation, type Transaction, transact } from "../platform/db";
import { settings } from "../platform/env";
import { countTry } from "../platform/rate-limit";
import { signedIn } from "../policy/person";
import { canThread, threadsVisibleTo } from "../policy/thread";
import type { Viewer } from "../policy/viewer";
import { composeDigest, type MailLinks } from "./compose";
import { dueForMail, listNotices } from "./queries";
import { type Part, recipients } from "./recipients";
import type { FollowMode, MailRhythm, MarkRead, NoticeEvent, SetFollow } from "./schema";

const WRITES_PER_MINUTE = { count: 120, seconds: 60 };
/** Notices that one mail is done with; whoever was told more gets another at the next round. */
const MOST_AT_ONCE = 5_000;

type EventRow = {
  threadId: string;
  articleId: string;
  byId: string | null;
  commentId: string | null;
  critiqueId: string | null;
  stepNumber: number | null;
  step: StepKind | null;
  actor: Actor | null;
  makerId: string | null;
  audience: Audience | null;
  isDeleted: boolean;
  isEdited: boolean;
};

/**
 * Tells of what happened everybody who has to do with it and may see it, in the transaction in which it happened: one notice a person,
 * and none twice however often it is told. Three statements, however many they are. What is not there tells nobody; a comment that was
 * changed tells only whom it names, as those who came to the thread in the meantime have it before them.
 */
export async function tell(transaction: Transaction, event: NoticeEvent, now: Date): Promise<void> {
  const [happened] = await readEvent(transaction, event);
  if (!happened) return;
  const { threadId, articleId, commentId, critiqueId, stepNumber, step, actor, makerId, audience, isDeleted, isEdited } = happened;
  const thread = { annotation: makerId === null || audience === null ? null : { personId: makerId, audience, isDeleted } };
  const parts = await listParts(transaction, happened);
  const isAnew = isEdited && event.kind === "comment";
  const told = recipients(
    {
      happened: step !== null && actor !== null ? { kind: "step", step, actor } : { kind: "comment" },
      byId: happened.byId,
      parts: parts.filter(({ part }) => !isAnew || part === "mentioned" || part.startsWith("mutes")),
    },
    (personId) => canThread(asReader(personId), "read", thread),
  );
  if (told.length === 0) return;
  await transaction.notification.createMany({
    data: told.map((one) => ({ ...one, articleId, threadId, commentId, critiqueId, stepNumber, createdAt: now })),
    skipDuplicates: true,
  });
}

/** What an ordinary reader may see is decided, also of who moderates: what they see as that is no news for them. */
const asReader = (personId: string): Viewer => ({ kind: "person", personId, displayName: "", role: "reader", sessionId: "" });

/** The comment with the step that it is the word of, or the step with its word. */
function readEvent(transaction: Transaction, event: NoticeEvent) {
  const commentId = event.kind === "comment" ? event.commentId : null;
  const critiqueId = event.kind === "comment" ? null : event.critiqueId;
  const number = event.kind === "step" ? event.number : 1;
  return transaction.$queryRaw<EventRow[]>`
    SELECT t.id AS "threadId", t.article_id AS "articleId", coalesce(s.person_id, c.person_id) AS "byId", c.id AS "commentId",
      s.critique_id AS "critiqueId", s.number AS "stepNumber", s.kind AS step, s.actor, a.person_id AS "makerId",
      CASE a.audience WHEN 'only_me' THEN 'onlyMe' ELSE a.audience::text END AS audience, a.deleted_at IS NOT NULL AS "isDeleted",
      coalesce(c.version > 1, false) AS "isEdited"
    FROM (SELECT ${commentId}::uuid AS comment_id, ${critiqueId}::uuid AS critique_id, ${number}::int AS number) e
    LEFT JOIN critique_step s ON s.comment_id = e.comment_id OR (s.critique_id = e.critique_id AND s.number = e.number)
    LEFT JOIN critique q ON q.id = s.critique_id
    LEFT JOIN comment c ON c.id = coalesce(e.comment_id, s.comment_id)
    JOIN thread t ON t.id = coalesce(c.thread_id, q.thread_id)
    LEFT JOIN annotation a ON a.id = t.annotation_id`;
}

/** What people have to do with it. An external commenter who has shown to be a person here, or an author, is that person. */
function listParts(transaction: Transaction, { threadId, articleId, commentId, critiqueId }: EventRow) {
  return transaction.$queryRaw<{ personId: string; part: Part }[]>`
    WITH writer AS (
      SELECT c.position, coalesce(c.person_id, x.person_id, b.person_id) AS person_id, c.deleted_at
      FROM comment c LEFT JOIN external_commenter x ON x.id = c.commenter_id LEFT JOIN byline b ON b.id = x.byline_id
      WHERE c.thread_id = ${threadId}::uuid
    ), maker AS (
      SELECT a.person_id FROM thread t JOIN annotation a ON a.id = t.annotation_id WHERE t.id = ${threadId}::uuid
      UNION SELECT k.created_by_id FROM thread t JOIN claim k ON k.id = t.claim_id WHERE t.id = ${threadId}::uuid
    ), author AS (
      SELECT person_id FROM byline WHERE article_id = ${articleId}::uuid
    ), part AS (
      SELECT person_id, 'mentioned' AS part FROM comment_mention WHERE comment_id = ${commentId}::uuid
      UNION SELECT w.person_id, 'answered' FROM comment c JOIN writer w ON w.position = c.parent_position WHERE c.id = ${commentId}::uuid
      UNION SELECT m.person_id, 'answered' FROM comment c CROSS JOIN maker m WHERE c.id = ${commentId}::uuid AND c.parent_position IS NULL
      UNION SELECT w.person_id, 'answered' FROM comment c JOIN thread t ON t.id = c.thread_id CROSS JOIN author w
        WHERE c.id = ${commentId}::uuid AND c.parent_position IS NULL AND t.annotation_id IS NULL AND t.claim_id IS NULL
      UNION SELECT person_id, 'takesPart' FROM writer WHERE deleted_at IS NULL
      UNION SELECT person_id, 'takesPart' FROM maker
      UNION SELECT person_id, 'author' FROM author
      UNION SELECT critic_id, 'critic' FROM critique WHERE id = ${critiqueId}::uuid
      UNION SELECT person_id, CASE mode WHEN 'mute' THEN 'mutesThread' ELSE 'followsThread' END FROM follow WHERE thread_id = ${threadId}::uuid
      UNION SELECT person_id, CASE mode WHEN 'mute' THEN 'mutesArticle' ELSE 'followsArticle' END FROM follow WHERE article_id = ${articleId}::uuid
    )
    SELECT person_id AS "personId", part FROM part WHERE person_id IS NOT NULL`;
}

/** Marks one's own notices as read; what is not one's own, or is read already, stays as it is. @throws AppError "unauthenticated" */
export async function markRead(viewer: Viewer, input: MarkRead, now = new Date()): Promise<null> {
  const { personId } = signedIn(viewer, "mark what you have read");
  await countTry(`notices:${personId}`, WRITES_PER_MINUTE);
  const which = "ids" in input ? { id: { in: input.ids } } : { createdAt: { lte: new Date(input.until) } };
  await database().notification.updateMany({ where: { personId, readAt: null, ...which }, data: { readAt: now } });
  return null;
}

/**
 * Follows or mutes an article or a thread, or neither any more.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" when the viewer may not see it
 */
export async function setFollow(viewer: Viewer, { subject, mode }: SetFollow): Promise<{ mode: FollowMode | null }> {
  const { personId } = signedIn(viewer, "choose what you are told of");
  await countTry(`notices:${personId}`, WRITES_PER_MINUTE);
  const isThread = subject.kind === "thread";
  const found = isThread
    ? await database().thread.findFirst({ where: { id: subject.id, ...threadsVisibleTo(viewer) }, select: { id: true } })
    : await database().article.findUnique({ where: { id: subject.id }, select: { id: true } });
  if (!found) throw new AppError("not-found", `This ${subject.kind} is not there any more. Nothing was changed.`);
  const of = isThread ? { threadId: subject.id } : { articleId: subject.id };
  if (mode === null) {
    await database().follow.deleteMany({ where: { personId, ...of } });
    return { mode };
  }
  const { count } = await database().follow.updateMany({ where: { personId, ...of }, data: { mode } });
  if (count > 0) return { mode };
  try {
    await database().follow.create({ data: { personId, mode, ...of } });
  } catch (error) {
    // Chosen in two windows at once: the other was first.
    if (!isUniqueViolation(error)) throw error;
    await database().follow.updateMany({ where: { personId, ...of }, data: { mode } });
  }
  return { mode };
}

/** How often the viewer is written to from now on. What they were told while they wanted no mail is not sent after all. */
export async function setMailRhythm(viewer: Viewer, rhythm: MailRhythm, now = new Date()): Promise<null> {
  const { personId } = signedIn(viewer, "choose how often you are written to");
  await countTry(`notices:${personId}`, WRITES_PER_MINUTE);
  await transact(async (transaction) => {
    const { count } = await transaction.person.updateMany({ where: { id: personId, mailRhythm: "never" }, data: { mailRhythm: rhythm } });
    if (count > 0) await transaction.notification.updateMany({ where: { personId, mailedAt: null }, data: { mailedAt: now } });
    else await transaction.person.update({ where: { id: personId }, data: { mailRhythm: rhythm } });
  });
  return null;
}

/**
 * Queues one mail for each person for whom one is due: what they have not read and were not mailed, as they may see it now. With the
 * mail, in one transaction, it is put down that they were; what they may not see any more is done with too, and stays out of it. Two
 * processes that do so at once write to nobody twice.
 * @returns how many mails were queued
 */
export async function composeDueMail(now: Date): Promise<number> {
  let queued = 0;
  for (const personId of await dueForMail(now)) if (await composeFor(personId, now)) queued++;
  return queued;
}

async function composeFor(personId: string, now: Date): Promise<boolean> {
  return transact(async (transaction) => {
    // Another process has them in hand, or has just had: there is nothing left for this one.
    const [person] = await transaction.$queryRaw<{ email: string | null }[]>`
      SELECT email FROM person WHERE id = ${personId}::uuid AND email_verified_at IS NOT NULL AND NOT is_demo AND mail_rhythm <> 'never'
      FOR NO KEY UPDATE SKIP LOCKED`;
    if (!person?.email) return false;
    const waiting = await transaction.notification.findMany({
      where: { personId, mailedAt: null, readAt: null },
      select: { id: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST_AT_ONCE,
    });
    const [newest] = waiting;
    if (!newest) return false;
    const ids = waiting.map(({ id }) => id);
    const mail = composeDigest(await listNotices(transaction, asReader(personId), ids), links());
    await transaction.notification.updateMany({ where: { id: { in: ids } }, data: { mailedAt: now } });
    if (mail === null) return false;
    const { email: to } = person;
    if (!isMailbox(to)) return false;
    return queueMail(transaction, { ...mail, to, personId, html: null, dedupeKey: `digest:${newest.id}`, unsubscribable: true }, now);
  });
}

/** The same addresses as in components/shell/paths.ts; a mail is written where no page is. */
function links(): MailLinks {
  const origin = settings().HEDGEROW_ORIGIN;
  return { notice: (id) => `${origin}/inbox/${id}`, inbox: `${origin}/inbox`, account: `${origin}/account#mail` };
}
