import "server-only";
import { composeText } from "../articles/canonical";
import { insertRevision, textHashOf } from "../articles/commands";
import type { ArticleDraft } from "../articles/schema";
import { AppError } from "../errors";
import { type Carrying, carryAll, prepareCarrying } from "../placements/commands";
import { type Database, database, isUniqueViolation, type Transaction, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { canRevise } from "../policy/article";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import { changeBylines } from "./bylines";
import type { CreateRevision } from "./schema";

const REVISIONS_PER_HOUR = { count: 30, seconds: 3600 };

const absent = () => new AppError("not-found", "There is no such article.");

const sameText = () =>
  new AppError("conflict", "This text is already here, word for word. Nothing was saved; what you corrected is still here.");

/**
 * Stores a new text of an article as its newest revision and carries every passage to it, all or nothing. Title, standfirst, names and
 * the like become the draft's; comments that were imported stay as they are, and the draft's are not taken.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" (no such article, or not theirs to revise) | "conflict" (a newer
 *   text than `baseRevisionId`; a text that is here already) | "invalid" (the name of a linked author would be lost)
 */
export async function createRevision(
  viewer: Viewer,
  { articleId, baseRevisionId, draft }: CreateRevision,
  now = new Date(),
): Promise<{ slug: string; number: number }> {
  const person = signedIn(viewer, "bring in a new text");
  await countTry(`revise:${person.personId}`, REVISIONS_PER_HOUR);
  const canonical = composeText(draft.blocks);
  const carrying = await prepare(viewer, { articleId, baseRevisionId }, canonical.text);
  try {
    return await transact(async (transaction) => {
      const article = await lockArticle(transaction, articleId);
      if (!article || !canRevise(viewer, article)) throw absent();
      assertNewest(article, baseRevisionId);
      if (await transaction.revision.findUnique({ where: { textHash: textHashOf(canonical.text) }, select: { id: true } }))
        throw sameText();
      await updateArticle(transaction, article, draft);
      const number = article.newest.number + 1;
      const origin = { createdById: person.personId, createdAt: now };
      await carryAll(transaction, await insertRevision(transaction, { articleId, number }, canonical, origin), carrying);
      return { slug: article.slug, number };
    });
  } catch (error) {
    // Somebody stored the same text as another article in the moment between looking and writing.
    if (isUniqueViolation(error)) throw sameText();
    throw error;
  }
}

/** The work of carrying is done for those alone who may revise. What may have changed until then is asked again when all is locked. */
async function prepare(
  viewer: Viewer,
  { articleId, baseRevisionId }: { articleId: string; baseRevisionId: string },
  text: string,
): Promise<Carrying> {
  const article = await readArticle(database(), articleId);
  if (!article || !canRevise(viewer, article)) throw absent();
  assertNewest(article, baseRevisionId);
  return prepareCarrying(articleId, article.newest.number + 1, text);
}

function assertNewest({ newest }: LockedArticle, baseRevisionId: string): void {
  if (newest.id === baseRevisionId) return;
  throw new AppError(
    "conflict",
    `Somebody has uploaded a newer text meanwhile: revision ${newest.number}. Nothing was saved; what you corrected is still here. Open the article, look at what changed, and upload yours again.`,
  );
}

type LockedArticle = NonNullable<Awaited<ReturnType<typeof lockArticle>>>;

/** The article's facts, its row held until the transaction ends: revisions come one after the other, annotations before or after one. */
async function lockArticle(transaction: Transaction, id: string) {
  await transaction.$queryRaw`SELECT id FROM article WHERE id = ${id}::uuid FOR UPDATE`;
  return readArticle(transaction, id);
}

async function readArticle(from: Pick<Database | Transaction, "article">, id: string) {
  const article = await from.article.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      createdById: true,
      bylines: { select: { id: true, name: true, personId: true }, orderBy: { position: "asc" } },
      revisions: { select: { id: true, number: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  const [newest] = article?.revisions ?? [];
  if (!article || !newest) return null;
  return { ...article, newest, authorIds: new Set(article.bylines.flatMap((byline) => byline.personId ?? [])) };
}

async function updateArticle(transaction: Transaction, article: LockedArticle, draft: ArticleDraft): Promise<void> {
  const { title, standfirst, language, sourceUrl, citation, published, biography } = draft;
  await transaction.article.update({
    where: { id: article.id },
    data: {
      title,
      language,
      standfirst: standfirst || null,
      sourceUrl: sourceUrl || null,
      citation: citation || null,
      published: published || null,
      biography: biography || null,
    },
  });
  const stored = article.bylines.map(({ id, name, personId }) => ({ id, name, isLinked: personId !== null }));
  const changes = changeBylines(stored, draft.authors);
  if ("lost" in changes) {
    throw new AppError(
      "invalid",
      `“${changes.lost}” is linked to the person who wrote this article, so the name has to stay among its authors. Nothing was saved.`,
      "authors",
    );
  }
  await transaction.byline.deleteMany({ where: { id: { in: changes.remove } } });
  // Out of the way of each other first: two names that change places would meet in one.
  await transaction.byline.updateMany({ where: { articleId: article.id }, data: { position: { increment: 10_000 } } });
  for (const { id, ...data } of changes.keep) await transaction.byline.update({ where: { id }, data });
  await transaction.byline.createMany({ data: changes.add.map((byline) => ({ ...byline, articleId: article.id })) });
}
