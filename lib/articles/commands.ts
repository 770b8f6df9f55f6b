import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "../errors";
import { database, isUniqueViolation, type Transaction, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { canImport } from "../policy/article";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import { type CanonicalText, composeText } from "./canonical";
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
  const textHash = createHash("sha256").update(canonical.text).digest("hex");
  // Somebody else may store the same text, or take the same address, in the moment between looking and writing.
  for (let attempt = 1; ; attempt++) {
    const existing = await findByHash(textHash);
    if (existing) return existing;
    try {
      return await insertArticle(draft, canonical, textHash, origin);
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

type Origin = { createdById: string | null; isDemo: boolean; createdAt: Date };

function insertArticle(draft: ArticleDraft, canonical: CanonicalText, textHash: string, origin: Origin): Promise<StoredArticle> {
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
    const revisionId = await insertRevision(transaction, article.id, canonical, textHash, origin);
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

async function insertRevision(
  transaction: Transaction,
  articleId: string,
  canonical: CanonicalText,
  textHash: string,
  origin: { createdById: string | null; createdAt: Date },
): Promise<string> {
  const { text, blocks, formats } = canonical;
  const { id: revisionId } = await transaction.revision.create({
    data: { articleId, number: 1, text, length: text.length, textHash, createdById: origin.createdById, createdAt: origin.createdAt },
    select: { id: true },
  });
  for (let at = 0; at < blocks.length; at += ROWS_PER_INSERT) {
    const rows = blocks.slice(at, at + ROWS_PER_INSERT).map((block, index) => ({ ...block, revisionId, position: at + index }));
    await transaction.block.createMany({ data: rows });
  }
  for (let at = 0; at < formats.length; at += ROWS_PER_INSERT) {
    await transaction.formatRange.createMany({
      data: formats.slice(at, at + ROWS_PER_INSERT).map((format) => ({ ...format, revisionId })),
    });
  }
  return revisionId;
}

/** Comments that bear one name are one commenter's, and so are those whose nameless writer is called the same; any other nameless one stands alone. */
async function insertComments(
  transaction: Transaction,
  articleId: string,
  bylines: { id: string; name: string }[],
  comments: readonly DraftComment[],
  createdAt: Date,
): Promise<void> {
  const commenterIds = new Map<string, string>();
  const commenterOf: string[] = [];
  const placeOf: { threadId: string; position: number }[] = [];
  const lengthOf = new Map<string, number>();
  let threads = 0;
  for (const [index, comment] of comments.entries()) {
    const key = comment.commenter ?? (comment.addressedAs ? `called ${comment.addressedAs}` : `#${index}`);
    let commenterId = commenterIds.get(key);
    if (commenterId === undefined) {
      const byline = comment.isAuthor ? (bylines.find(({ name }) => sameName(name, comment.commenter)) ?? bylines[0]) : undefined;
      const created = await transaction.externalCommenter.create({
        data: {
          articleId,
          position: commenterIds.size,
          name: comment.commenter,
          addressedAs: comment.addressedAs ?? null,
          bylineId: byline?.id ?? null,
        },
        select: { id: true },
      });
      commenterId = created.id;
      commenterIds.set(key, commenterId);
    }
    commenterOf.push(commenterId);

    const parent = comment.inReplyTo === undefined ? undefined : placeOf[comment.inReplyTo];
    const threadId =
      parent?.threadId ??
      (await transaction.thread.create({ data: { articleId, position: threads++, isImported: true, createdAt }, select: { id: true } })).id;
    const position = lengthOf.get(threadId) ?? 0;
    lengthOf.set(threadId, position + 1);
    placeOf.push({ threadId, position });
    const answered = [...new Set(comment.answers.map((answer) => commenterOf[answer]))].filter((id) => id !== undefined);
    await transaction.comment.create({
      data: {
        threadId,
        position,
        parentPosition: parent?.position ?? null,
        commenterId,
        text: comment.text,
        createdAt,
        answers: { create: answered.map((id, place) => ({ commenterId: id, position: place })) },
      },
    });
  }
}

function sameName(a: string, b: string | null): boolean {
  const fold = (name: string) => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return b !== null && fold(a) === fold(b);
}
