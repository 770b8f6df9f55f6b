import "server-only";
import type { Prisma } from "../../generated/prisma/client";
import { AppError } from "../errors";
import { type Cursor, decodeCursor, encodeCursor } from "../keyset";
import { database, type Transaction } from "../platform/db";
import { signedIn } from "../policy/person";
import { threadsVisibleTo } from "../policy/thread";
import { personIdOf, type Viewer } from "../policy/viewer";
import { type NoticeRow, shownNotice } from "./notice";
import { type Following, type InboxPage, type MailRhythm, MOST_COUNTED, type ShownNotice } from "./schema";

const NOTICES_PER_PAGE = 50;

const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] satisfies Prisma.NotificationOrderByWithRelationInput[];
const person = { select: { id: true, displayName: true } } as const;
const comment = { select: { text: true, deletedAt: true, hiddenAt: true, person } } as const;
const selected = {
  ...{ id: true, kind: true, createdAt: true, readAt: true, commentId: true, comment },
  article: { select: { slug: true, title: true, language: true, bylines: { select: { personId: true } } } },
  step: {
    select: {
      ...{ kind: true, person },
      critique: {
        select: {
          id: true,
          kind: true,
          annotationId: true,
          commentId: true,
          annotation: { select: { note: true, hiddenAt: true } },
          comment,
        },
      },
    },
  },
} satisfies Prisma.NotificationSelect;

/** A person's own notices of threads that they can see now. A notice of one that they no longer can is as good as absent. */
function ownWhere(viewer: Viewer): Prisma.NotificationWhereInput {
  const personId = personIdOf(viewer);
  return personId === null ? { id: { in: [] } } : { personId, thread: threadsVisibleTo(viewer) };
}

/** How many of one's notices are unread, at most `MOST_COUNTED`; none for who is not signed in. */
export async function countUnread(viewer: Viewer): Promise<number> {
  if (viewer.kind === "anonymous") return 0;
  return database().notification.count({ where: { ...ownWhere(viewer), readAt: null }, take: MOST_COUNTED });
}

/**
 * A page of one's notices: first those that are unread, then the others, each the newest first. What is written in them is read where it
 * stands, as it may be seen now.
 * @throws AppError "unauthenticated"; "invalid" for a cursor that is none
 */
export async function getInbox(viewer: Viewer, { cursor }: { cursor?: string } = {}): Promise<InboxPage> {
  signedIn(viewer, "see your inbox");
  const from = cursor === undefined ? null : decodePlace(cursor);
  const [unread, rows] = await Promise.all([countUnread(viewer), pageOf(viewer, from)]);
  const shown = rows.slice(0, NOTICES_PER_PAGE);
  const last = shown.at(-1);
  return {
    unread,
    notices: shown.map(shownNotice),
    nextCursor: rows.length > NOTICES_PER_PAGE && last ? encodePlace(last) : null,
  };
}

type Place = Cursor & { isRead: boolean };

async function pageOf(viewer: Viewer, from: Place | null): Promise<NoticeRow[]> {
  const take = NOTICES_PER_PAGE + 1;
  const after = from && { OR: [{ createdAt: { lt: from.time } }, { createdAt: from.time, id: { lt: from.id } }] };
  const list = (readAt: Prisma.NotificationWhereInput["readAt"], more: Prisma.NotificationWhereInput | null, count: number) =>
    database().notification.findMany({
      where: { AND: [ownWhere(viewer), { readAt }, more ?? {}] },
      select: selected,
      orderBy: newestFirst,
      take: count,
    });
  if (from?.isRead) return list({ not: null }, after, take);
  const unread = await list(null, after, take);
  return unread.length === take ? unread : [...unread, ...(await list({ not: null }, null, take - unread.length))];
}

/** Read ones come last, so a place among them is marked. */
function encodePlace({ createdAt, id, readAt }: NoticeRow): string {
  return `${readAt === null ? "n" : "r"}${encodeCursor({ time: createdAt, id })}`;
}

function decodePlace(word: string): Place {
  return { ...decodeCursor(word.slice(1)), isRead: word.startsWith("r") };
}

/** One of one's notices, to be opened. @throws AppError "not-found" when there is none that the viewer may see, "unauthenticated" */
export async function getNotice(viewer: Viewer, id: string): Promise<ShownNotice> {
  signedIn(viewer, "open what you were told of");
  const row = await database().notification.findFirst({ where: { id, ...ownWhere(viewer) }, select: selected });
  if (!row) throw new AppError("not-found", "What this notice told of is not there any more.");
  return shownNotice(row);
}

/** Those of the notices that their person may see now, the newest first: for a mail, in the transaction that queues it. */
export async function listNotices(from: Pick<Transaction, "notification">, viewer: Viewer, ids: readonly string[]): Promise<ShownNotice[]> {
  const where = { id: { in: [...ids] }, ...ownWhere(viewer) };
  return (await from.notification.findMany({ where, select: selected, orderBy: newestFirst })).map(shownNotice);
}

/** What the viewer follows and mutes of an article and one of its threads; neither for who is not signed in. */
export async function getFollowing(viewer: Viewer, of: { articleId: string; threadId?: string }): Promise<Following> {
  const personId = personIdOf(viewer);
  if (personId === null) return { article: null, thread: null };
  const rows = await database().follow.findMany({
    where: { personId, OR: [{ articleId: of.articleId }, ...(of.threadId === undefined ? [] : [{ threadId: of.threadId }])] },
    select: { articleId: true, mode: true },
  });
  return {
    article: rows.find(({ articleId }) => articleId !== null)?.mode ?? null,
    thread: rows.find(({ articleId }) => articleId === null)?.mode ?? null,
  };
}

/** How often the viewer is written to, and whether there is a confirmed address to write to. @throws AppError "unauthenticated" */
export async function getMailRhythm(viewer: Viewer): Promise<{ rhythm: MailRhythm; canBeMailed: boolean }> {
  const { personId } = signedIn(viewer, "see how often you are written to");
  const { mailRhythm, email, emailVerifiedAt } = await database().person.findUniqueOrThrow({
    where: { id: personId },
    select: { mailRhythm: true, email: true, emailVerifiedAt: true },
  });
  return { rhythm: mailRhythm, canBeMailed: email !== null && emailVerifiedAt !== null };
}

/**
 * Who is to be written to now: people with a confirmed address for whom something unread and not yet mailed has waited as long as their
 * rhythm says. At most one mail a day or a week follows from it: what came in between goes with the one that waited longest.
 */
export async function dueForMail(now: Date, limit = 100): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT p.id FROM person p
    WHERE p.email IS NOT NULL AND p.email_verified_at IS NOT NULL AND NOT p.is_demo AND p.mail_rhythm <> 'never' AND EXISTS (
      SELECT 1 FROM notification n
      WHERE n.person_id = p.id AND n.mailed_at IS NULL AND n.read_at IS NULL
        AND n.created_at <= ${now}::timestamptz - CASE p.mail_rhythm
          WHEN 'daily' THEN interval '1 day' WHEN 'weekly' THEN interval '7 days' ELSE interval '0' END)
    ORDER BY p.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
