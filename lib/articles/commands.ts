import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "../errors";
import { database, isUniqueViolation, type Transaction, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { canImport } from "../policy/article";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import { type CanonicalText, composeText } from "./canonical";
import { commentRows } from "./comment-rows";
import type { ArticleDraft, DraftComment } from "./schema";
import { freeSlug, slugOf } from "./slug";

export type StoredArticle = { articleId: string; revisionId: string; slug: string; existed: boolean };

const IMPORTS_PER_HOUR = { count: 60, seconds: 3600 };
/** Rows per INSERT: PostgreSQL takes at most 65,535 parameters in one statement. */
const ROWS_PER_INSERT = 5000;
const MAX_ATTEMPTS = 5;

/**
 * Stores an article with its first revision, blocks, formatting, bylines and comments, all or nothing.
 * The same text again changes nothing and answers with the article that is there (`existed`).
 * @throws AppError "unauthenticated" | "rate-limited"
 */
export async function createArticle(viewer: Viewer, draft: ArticleDraft): Promise<StoredArticle> {
  const person = signedIn(viewer, "add an article");
  if (!canImport(viewer)) throw new AppError("not-found", "There is nothing here.");
  await countTry(`import:${person.personId}`, IMPORTS_PER_HOUR);
  return storeArticle(draft, { createdById: person.personId, isDemo: false, createdAt: new Date() });
}

/** The writing half of `createArticle`, for those who are let in by another door: the command line and the demo. */
export async function storeArticle(draft: ArticleDraft, origin: Origin): Promise<StoredArticle> {
  const canonical = composeText(draft.blocks);
  const textHash = textHashOf(canonical.text);
  // Somebody else may store the same text, or take the same address, in the moment between looking and writing.
  for (let attempt = 1; ; attempt++) {
    const existing = await findByHash(textHash);
    if (existing) return existing;
    try {
      return await insertArticle(draft, canonical, origin);
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

type Origin = { createdById: string | null; isDemo: boolean; createdAt: Date };

function insertArticle(draft: ArticleDraft, canonical: CanonicalText, origin: Origin): Promise<StoredArticle> {
  return transact(async (transaction) => {
    const article = await transaction.article.create({
      data: {
        slug: await chooseSlug(transaction, draft.title),
        title: draft.title,
        standfirst: draft.standfirst || null,
        language: draft.language,
        sourceUrl: draft.sourceUrl || null,
        citation: draft.citation || null,
        published: draft.published || null,
        biography: draft.biography || null,
        ...origin,
        bylines: { create: draft.authors.map((name, position) => ({ name, position })) },
      },
      select: { id: true, slug: true, bylines: { select: { id: true, name: true }, orderBy: { position: "asc" } } },
    });
    const revisionId = await insertRevision(transaction, { articleId: article.id, number: 1 }, canonical, origin);
    await insertComments(transaction, article.id, article.bylines, draft.comments, origin.createdAt);
    return { articleId: article.id, revisionId, slug: article.slug, existed: false };
  });
}

async function findByHash(textHash: string): Promise<StoredArticle | null> {
  const revision = await database().revision.findUnique({
    where: { textHash },
    select: { id: true, article: { select: { id: true, slug: true } } },
  });
  return revision && { articleId: revision.article.id, revisionId: revision.id, slug: revision.article.slug, existed: true };
}

async function chooseSlug(transaction: Transaction, title: string): Promise<string> {
  const slug = slugOf(title);
  const taken = await transaction.article.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } });
  return freeSlug(slug, new Set(taken.map((article) => article.slug)));
}

/** The same text has the same hash, SHA-256 in hex: it is stored once. */
export function textHashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Stores a revision with its blocks and formatting, inside the caller's transaction. Gives back its id. */
export async function insertRevision(
  transaction: Transaction,
  { articleId, number }: { articleId: string; number: number },
  { text, blocks, formats }: CanonicalText,
  origin: { createdById: string | null; createdAt: Date },
): Promise<string> {
  const { createdById, createdAt } = origin;
  const { id: revisionId } = await transaction.revision.create({
    data: { articleId, number, text, length: text.length, textHash: textHashOf(text), createdById, createdAt },
    select: { id: true },
  });
  const blockRows = blocks.map((block, position) => ({ ...block, revisionId, position }));
  for (const data of chunks(blockRows)) await transaction.block.createMany({ data });
  const formatRows = formats.map((format) => ({ ...format, revisionId }));
  for (const data of chunks(formatRows)) await transaction.formatRange.createMany({ data });
  return revisionId;
}

/** In a few statements however many comments there are: one by one, a long discussion would outlast its transaction. */
async function insertComments(
  transaction: Transaction,
  articleId: string,
  bylines: readonly { id: string; name: string }[],
  drafts: readonly DraftComment[],
  createdAt: Date,
): Promise<void> {
  const names = bylines.map(({ name }) => name);
  const rows = commentRows(drafts, names);
  const commenters = rows.commenters.map(({ byline, ...commenter }, position) => {
    return { ...commenter, articleId, position, bylineId: byline === null ? null : at(bylines, byline).id };
  });
  const commenterIds = await idsInOrder(commenters, (data) =>
    transaction.externalCommenter.createManyAndReturn({ data, select: { id: true, position: true } }),
  );
  const threads = Array.from({ length: rows.threads }, (_, position) => ({ articleId, position, isImported: true, createdAt }));
  const threadIds = await idsInOrder(threads, (data) =>
    transaction.thread.createManyAndReturn({ data, select: { id: true, position: true } }),
  );
  const commentIds = new Map<string, string>();
  for (const chunk of chunks(rows.comments)) {
    const data = chunk.map(({ thread, position, parentPosition, commenter, text }) => {
      return { threadId: at(threadIds, thread), position, parentPosition, commenterId: at(commenterIds, commenter), text, createdAt };
    });
    const stored = await transaction.comment.createManyAndReturn({ data, select: { id: true, threadId: true, position: true } });
    for (const { id, threadId, position } of stored) commentIds.set(`${threadId} ${position}`, id);
  }
  const addressees = rows.comments.flatMap(({ thread, position, answers }) => {
    const commentId = commentIds.get(`${at(threadIds, thread)} ${position}`);
    if (commentId === undefined) throw new RangeError("a comment was not stored");
    return answers.map((answered, place) => ({ commentId, commenterId: at(commenterIds, answered), position: place }));
  });
  for (const chunk of chunks(addressees)) {
    // In SQL: there may be a quarter of a million of these rows, and Prisma takes several times as long to write them as the database.
    await transaction.$executeRaw`
      INSERT INTO comment_addressee (comment_id, commenter_id, position)
      SELECT * FROM unnest(${chunk.map((row) => row.commentId)}::uuid[], ${chunk.map((row) => row.commenterId)}::uuid[], ${chunk.map((row) => row.position)}::int[])`;
  }
}

type Placed = { id: string; position: number };

/** Inserts rows whose positions count from 0, and gives back their ids in that order, whatever order the database answers in. */
async function idsInOrder<Row>(rows: readonly Row[], insert: (chunk: Row[]) => Promise<Placed[]>): Promise<string[]> {
  const stored: Placed[] = [];
  for (const chunk of chunks(rows)) stored.push(...(await insert(chunk)));
  return stored.sort((a, b) => a.position - b.position).map(({ id }) => id);
}

function chunks<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_PER_INSERT);
  return Array.from({ length: count }, (_, index) => rows.slice(index * ROWS_PER_INSERT, (index + 1) * ROWS_PER_INSERT));
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`there is no row ${index}`);
  return found;
}
