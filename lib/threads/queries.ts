import "server-only";
import { critiqueSelect, shownCritique } from "../critiques/rows";
import { AppError } from "../errors";
import { database, type Transaction } from "../platform/db";
import { canRaise } from "../policy/critique";
import { readsHidden } from "../policy/moderation";
import { canThread, threadsVisibleTo } from "../policy/thread";
import type { Viewer } from "../policy/viewer";
import { threadFactsOf } from "./facts";
import type { Mentionable } from "./mentions";
import { commentSelect, shownComment } from "./rows";
import type { Subject } from "./schema";
import type { ShownThread } from "./thread";
import { preorder, prune, stretch, treeOf } from "./tree";

/** So many comments go along at once; the rest when they are asked for. */
export const COMMENTS_PER_STRETCH = 200;

const absent = () => new AppError("not-found", "There is no such discussion.");
const annotationSelect = { id: true, personId: true, audience: true, deletedAt: true, hiddenAt: true } as const;

type Which = { slug: string; subject: Subject } | { threadId: string };

/**
 * A thread, or a stretch of it from a comment on, in reading order; an empty one where nobody has said anything yet.
 * @throws AppError "not-found" when the viewer may not see what it is about, or `from` is not in it
 */
export async function getThread(
  viewer: Viewer,
  which: Which,
  { from, limit = COMMENTS_PER_STRETCH }: { from?: string; limit?: number } = {},
): Promise<ShownThread> {
  const found = "threadId" in which ? await findThread(which.threadId) : await findSubject(which.slug, which.subject);
  if (!found) throw absent();
  if (!canThread(viewer, "read", threadFactsOf(found.annotation))) throw absent();
  const [thread] = await fill(viewer, [found], { from, limit });
  if (!thread) throw absent();
  return thread;
}

type Found = NonNullable<Awaited<ReturnType<typeof findThread>> | Awaited<ReturnType<typeof findSubject>>>;

/** The threads with their comments, `limit` of them in all, in two statements however many threads there are. */
async function fill(viewer: Viewer, threads: readonly Found[], { from, limit }: { from?: string; limit: number }): Promise<ShownThread[]> {
  // Who stands under whom is read of all, which is little; what they say, of those that are shown.
  const skeletons = await skeletonsOf(threads.flatMap(({ threadId }) => threadId ?? []));
  let room = limit;
  const parts = threads.map((found) => {
    const skeleton = skeletons.get(found.threadId ?? "") ?? [];
    const places = preorder(prune(treeOf(skeleton), ({ deletedAt }) => deletedAt === null));
    const part = room > 0 ? stretch(places, { fromId: from, limit: room }) : { items: [], nextId: places[0]?.row.id ?? null };
    room -= part.items.length;
    return { found, part, total: places.length, idAt: new Map(skeleton.map(({ position, id }) => [position, id])) };
  });
  const ids = parts.flatMap(({ part }) => part.items.map(({ row }) => row.id));
  const rows = await database().comment.findMany({ where: { id: { in: ids } }, select: commentSelect });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return parts.map(({ found: { threadId, subject, isImported, article, annotation }, part, total, idAt }) => {
    const thread = threadFactsOf(annotation);
    const authorIds = new Set(article.bylines.flatMap(({ personId }) => personId ?? []));
    const critique = annotation?.critique ?? null;
    return {
      id: threadId,
      articleSlug: article.slug,
      subject,
      isImported,
      comments: part.items.flatMap(({ row: { id, parentPosition }, depth, under }) => {
        const row = rowOf.get(id);
        const parentId = depth === 0 || parentPosition === null ? null : (idAt.get(parentPosition) ?? null);
        return row ? [shownComment(viewer, row, { parentId, depth, under }, { thread, authorIds })] : [];
      }),
      total,
      nextId: part.nextId,
      critique: critique && shownCritique(viewer, critique, authorIds),
      can: {
        reply: canThread(viewer, "reply", thread),
        raise:
          annotation !== null &&
          canRaise(viewer, {
            makerId: annotation.personId,
            isPublic: annotation.audience === "everyone",
            isGone: annotation.deletedAt !== null || annotation.hiddenAt !== null,
            isCritique: critique !== null,
            isStep: false,
            authorIds,
          }),
      },
    };
  });
}

async function skeletonsOf(threadIds: readonly string[]) {
  const rows = await database().comment.findMany({
    where: { threadId: { in: [...threadIds] } },
    select: { id: true, threadId: true, position: true, parentPosition: true, deletedAt: true },
    orderBy: { position: "asc" },
  });
  const byThread = new Map<string, typeof rows>();
  for (const row of rows) {
    const others = byThread.get(row.threadId);
    if (others) others.push(row);
    else byThread.set(row.threadId, [row]);
  }
  return byThread;
}

const articleSelect = { id: true, slug: true, bylines: { select: { personId: true } } } as const;
const withCritique = { ...annotationSelect, critique: { select: critiqueSelect } } as const;

async function findThread(id: string) {
  const thread = await database().thread.findUnique({
    where: { id },
    select: { id: true, isImported: true, claimId: true, article: { select: articleSelect }, annotation: { select: withCritique } },
  });
  if (!thread) return null;
  const { isImported, article, annotation, claimId } = thread;
  return {
    threadId: thread.id,
    subject: subjectOf({ articleId: article.id, annotationId: annotation?.id ?? null, claimId }),
    isImported,
    article,
    annotation,
  };
}

function subjectOf({
  articleId,
  annotationId,
  claimId,
}: {
  articleId: string;
  annotationId: string | null;
  claimId: string | null;
}): Subject {
  if (annotationId !== null) return { kind: "annotation", id: annotationId };
  return claimId === null ? { kind: "article", id: articleId } : { kind: "claim", id: claimId };
}

async function findSubject(slug: string, subject: Subject) {
  if (subject.kind === "annotation") {
    const annotation = await database().annotation.findFirst({
      where: { id: subject.id, article: { slug } },
      select: { ...withCritique, article: { select: articleSelect }, thread: { select: { id: true } } },
    });
    return annotation && { threadId: annotation.thread?.id ?? null, subject, isImported: false, article: annotation.article, annotation };
  }
  if (subject.kind === "claim") {
    const claim = await database().claim.findFirst({
      where: { id: subject.id, passage: { revision: { article: { slug } } } },
      select: { thread: { select: { id: true } }, passage: { select: { revision: { select: { article: { select: articleSelect } } } } } },
    });
    return (
      claim && { threadId: claim.thread?.id ?? null, subject, isImported: false, article: claim.passage.revision.article, annotation: null }
    );
  }
  const article = await database().article.findFirst({
    where: { id: subject.id, slug },
    select: {
      ...articleSelect,
      threads: { where: { annotationId: null, claimId: null, isImported: false }, select: { id: true }, take: 1 },
    },
  });
  return article && { threadId: article.threads[0]?.id ?? null, subject, isImported: false, article, annotation: null };
}

/**
 * The threads under an article as a whole, the imported ones in their order and then what people say here, with `limit` comments in all:
 * of a thread that has no room the comments are few, and `nextId` says where they go on.
 */
export async function listThreads(viewer: Viewer, articleId: string, limit = COMMENTS_PER_STRETCH): Promise<ShownThread[]> {
  const article = await database().article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      ...articleSelect,
      threads: {
        where: { annotationId: null, claimId: null },
        select: { id: true, isImported: true },
        orderBy: [{ isImported: "desc" }, { position: "asc" }],
      },
    },
  });
  const subject = { kind: "article", id: articleId } as const;
  const found = article.threads.map(({ id, isImported }) => ({ threadId: id, subject, isImported, article, annotation: null }));
  return fill(viewer, found, { limit });
}

/** Where a comment's permalink leads, or null when there is none that this viewer may see. */
export async function findCommentPlace(
  viewer: Viewer,
  commentId: string,
): Promise<{ articleSlug: string; threadId: string; subject: Subject; isImported: boolean } | null> {
  const comment = await database().comment.findFirst({
    where: { id: commentId, thread: { is: threadsVisibleTo(viewer) } },
    select: {
      threadId: true,
      thread: { select: { articleId: true, annotationId: true, claimId: true, isImported: true, article: { select: { slug: true } } } },
    },
  });
  if (!comment) return null;
  const { thread, threadId } = comment;
  return { articleSlug: thread.article.slug, threadId, subject: subjectOf(thread), isImported: thread.isImported };
}

/** What a comment said before, the oldest first, and what it says now. @throws AppError "not-found" */
export async function listCommentHistory(
  viewer: Viewer,
  commentId: string,
): Promise<{
  articleSlug: string;
  writer: string;
  states: { version: number; text: string /** when it began to say so */; since: string }[];
}> {
  const comment = await database().comment.findFirst({
    where: { id: commentId, deletedAt: null, personId: { not: null }, thread: { is: threadsVisibleTo(viewer) } },
    select: {
      ...{ text: true, version: true, createdAt: true, hiddenAt: true, personId: true },
      person: { select: { displayName: true } },
      thread: { select: { article: { select: { slug: true } } } },
      changes: { select: { version: true, text: true, changedAt: true }, orderBy: { version: "asc" } },
    },
  });
  if (!comment || (comment.hiddenAt !== null && !readsHidden(viewer, comment.personId))) {
    throw new AppError("not-found", "There is no such comment.");
  }
  const { text, version, createdAt, changes, thread, person } = comment;
  const sinces = [createdAt, ...changes.map(({ changedAt }) => changedAt)].map((at) => at.toISOString());
  return {
    articleSlug: thread.article.slug,
    writer: person?.displayName ?? "",
    states: [...changes, { version, text }].map((state, index) => ({
      version: state.version,
      text: state.text,
      since: sinces[index] ?? "",
    })),
  };
}

/** The people whom the viewer may name with an @ under a subject. @throws AppError "not-found" */
export async function listMentionable(viewer: Viewer, slug: string, subject: Subject): Promise<Mentionable[]> {
  const found = await findSubject(slug, subject);
  if (!found || !canThread(viewer, "reply", threadFactsOf(found.annotation))) throw absent();
  return mentionable(database(), found.article.id, found.annotation);
}

/** The same for a thread whose place was decided before, in the caller's transaction. */
export async function listMentionableIn(transaction: Transaction, threadId: string): Promise<Mentionable[]> {
  const thread = await transaction.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { articleId: true, annotation: { select: annotationSelect } },
  });
  return mentionable(transaction, thread.articleId, thread.annotation);
}

const MANY_PEOPLE = 500;

/**
 * Who may see a thread, of those who have shown themselves to everyone under its article: so that no list of all accounts is given away.
 * What only its maker may see names nobody else.
 */
async function mentionable(
  connection: Pick<Transaction, "$queryRaw">,
  articleId: string,
  annotation: { personId: string; audience: string } | null,
): Promise<Mentionable[]> {
  if (annotation?.audience === "onlyMe") return [];
  return connection.$queryRaw<Mentionable[]>`
    SELECT w.id AS "personId", w.display_name AS name, bool_or(taking.is_author) AS "isAuthor"
    FROM (
      SELECT b.person_id, true AS is_author FROM byline b WHERE b.article_id = ${articleId}::uuid AND b.person_id IS NOT NULL
      UNION ALL
      SELECT x.person_id, false FROM external_commenter x WHERE x.article_id = ${articleId}::uuid AND x.person_id IS NOT NULL
      UNION ALL
      SELECT a.person_id, false FROM annotation a
      WHERE a.article_id = ${articleId}::uuid AND a.audience = 'everyone' AND a.deleted_at IS NULL
      UNION ALL
      SELECT c.person_id, false FROM thread t JOIN comment c ON c.thread_id = t.id LEFT JOIN annotation a ON a.id = t.annotation_id
      WHERE t.article_id = ${articleId}::uuid AND c.person_id IS NOT NULL AND c.deleted_at IS NULL
        AND (t.annotation_id IS NULL OR (a.audience = 'everyone' AND a.deleted_at IS NULL))
    ) taking JOIN person w ON w.id = taking.person_id
    GROUP BY w.id, w.display_name
    ORDER BY bool_or(taking.is_author) DESC, lower(w.display_name), w.id
    LIMIT ${MANY_PEOPLE}`;
}
