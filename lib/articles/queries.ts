import "server-only";
import { listAnnotations } from "../annotations/queries";
import type { Stance } from "../annotations/schema";
import { listClaims } from "../claims/queries";
import { countCritiques, listAnswers } from "../critiques/queries";
import { AppError } from "../errors";
import { listFrameworks, listLatelyUsed } from "../frameworks/queries";
import { decodeCursor, encodeCursor } from "../keyset";
import { countToReview, findNewestRevision, listOrphans } from "../placements/queries";
import { database } from "../platform/db";
import { canAnnotate, canImport, canRevise } from "../policy/article";
import { personIdOf, type Viewer } from "../policy/viewer";
import { listThreads } from "../threads/queries";
import type { LibraryPage, StanceCount } from "./library";
import { profileOf, type TagCount } from "./profile-columns";
import type { ArticleText, ReadingPage } from "./reading";
import { formatRangeSchema } from "./schema";

const ARTICLES_PER_PAGE = 20;
const blockSelect = { id: true, kind: true, level: true, number: true, start: true, end: true } as const;

/**
 * Everything that the reading page shows of an article's newest revision, or of the one with a number.
 * @throws AppError "not-found"
 */
export async function getReadingPage(viewer: Viewer, slug: string, number?: number): Promise<ReadingPage> {
  const article = await database().article.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      title: true,
      standfirst: true,
      language: true,
      citation: true,
      sourceUrl: true,
      published: true,
      biography: true,
      createdById: true,
      bylines: { select: { name: true, personId: true }, orderBy: { position: "asc" } },
      revisions: {
        ...(number !== undefined && { where: { number } }),
        select: {
          id: true,
          number: true,
          createdAt: true,
          text: true,
          blocks: { select: blockSelect, orderBy: { position: "asc" } },
          formats: { select: { kind: true, start: true, end: true, href: true }, orderBy: [{ start: "asc" }, { end: "desc" }] },
        },
        orderBy: { number: "desc" },
        take: 1,
      },
    },
  });
  const [revision] = article?.revisions ?? [];
  if (!article || !revision) throw new AppError("not-found", "There is no such article.");
  const { bylines, revisions: _, createdById, ...shown } = article;
  const authorIds = new Set(bylines.flatMap((byline) => byline.personId ?? []));
  const [frameworks, lately, annotations, claims, threads, answers, critiques, standing] = await Promise.all([
    listFrameworks(),
    listLatelyUsed(viewer),
    listAnnotations(viewer, { id: revision.id, number: revision.number, blocks: revision.blocks, authorIds }),
    listClaims(revision),
    listThreads(viewer, article.id),
    listAnswers(viewer, article.id, { id: revision.id, blocks: revision.blocks, authorIds }),
    countCritiques(viewer, article.id),
    getStanding(viewer, article.id, revision),
  ]);
  return {
    article: { ...shown, authors: bylines.map((byline) => byline.name) },
    revision: {
      ...revision,
      createdAt: revision.createdAt.toISOString(),
      formats: revision.formats.map(({ href, ...format }) => formatRangeSchema.parse(href === null ? format : { ...format, href })),
    },
    frameworks,
    lately,
    annotations,
    claims,
    threads,
    answers,
    critiques,
    ...standing,
    can: { annotate: canAnnotate(viewer), revise: canRevise(viewer, { createdById, authorIds }) },
  };
}

/** How a revision stands to the article's others: which is the newest, what has no place here, what waits for the viewer. */
async function getStanding(viewer: Viewer, articleId: string, revision: { id: string; number: number }) {
  const newest = await findNewestRevision(articleId);
  const [withoutPlace, toReview] = await Promise.all([
    revision.number > 1 ? listOrphans(viewer, revision.id) : { orphans: [], orphanCount: 0 },
    newest.number > 1 ? countToReview(viewer, newest.id) : 0,
  ]);
  return { newest: { number: newest.number, createdAt: newest.createdAt.toISOString() }, ...withoutPlace, toReview };
}

/** An article's title by its slug, or null when there is none. */
export function findArticleTitle(slug: string): Promise<{ slug: string; title: string; language: string } | null> {
  return database().article.findUnique({ where: { slug }, select: { slug: true, title: true, language: true } });
}

/** A page of the library, newest article first, each with its hedge profile of the tags that the viewer may see. */
export async function getLibraryPage(viewer: Viewer, options: { cursor?: string } = {}): Promise<LibraryPage> {
  const after = options.cursor === undefined ? null : decodeCursor(options.cursor);
  const [rows, frameworks] = await Promise.all([
    database().article.findMany({
      where: after ? { OR: [{ createdAt: { lt: after.time } }, { createdAt: after.time, id: { lt: after.id } }] } : {},
      select: {
        id: true,
        slug: true,
        title: true,
        language: true,
        isDemo: true,
        createdAt: true,
        bylines: { select: { name: true }, orderBy: { position: "asc" } },
        revisions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 },
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: ARTICLES_PER_PAGE + 1,
    }),
    listFrameworks(),
  ]);
  const shown = rows.slice(0, ARTICLES_PER_PAGE);
  const revisionIds = shown.flatMap((row) => row.revisions.map((revision) => revision.id));
  const [tags, facts] = await Promise.all([countTags(viewer, revisionIds), countFacts(viewer, revisionIds)]);
  const order = frameworks.map((framework) => framework.id);
  const last = shown.at(-1);
  return {
    entries: shown.map(({ bylines, revisions, createdAt, ...row }) => {
      const revisionId = revisions[0]?.id;
      const fact = facts.find((candidate) => candidate.revisionId === revisionId);
      const ofArticle = tags.filter((tag) => tag.revisionId === revisionId);
      return {
        ...row,
        authors: bylines.map((byline) => byline.name),
        profile: profileOf(fact?.paragraphs ?? 0, ofArticle, order),
        tags: totalOf(ofArticle),
        claimCount: fact?.claims ?? 0,
        commentCount: fact?.comments ?? 0,
        lastActiveAt: (fact?.lastAnnotatedAt ?? createdAt).toISOString(),
      };
    }),
    frameworks,
    nextCursor: rows.length > ARTICLES_PER_PAGE && last ? encodeCursor({ time: last.createdAt, id: last.id }) : null,
    can: { import: canImport(viewer) },
  };
}

function totalOf(tags: readonly TagCount[]): StanceCount {
  const sum = (stance: Stance) => tags.reduce((total, tag) => total + (tag.stance === stance ? tag.count : 0), 0);
  return { supports: sum("supports"), contests: sum("contests") };
}

function countTags(viewer: Viewer, revisionIds: readonly string[]) {
  const personId = personIdOf(viewer);
  return database().$queryRaw<(TagCount & { revisionId: string })[]>`
    SELECT p.revision_id AS "revisionId", b.number AS paragraph, t.framework_id AS "frameworkId", t.stance::text AS stance, count(*)::int AS count
    FROM passage p
    JOIN annotation a ON a.passage_id = p.root_id
    JOIN framework_tag t ON t.annotation_id = a.id
    JOIN block b ON b.id = p.block_id
    WHERE p.revision_id = ANY(${revisionIds}::uuid[]) AND b.number IS NOT NULL
      AND a.deleted_at IS NULL AND (a.audience = 'everyone' OR a.person_id = ${personId}::uuid)
    GROUP BY 1, 2, 3, 4`;
}

type RevisionFacts = { revisionId: string; paragraphs: number; claims: number; comments: number; lastAnnotatedAt: Date | null };

function countFacts(viewer: Viewer, revisionIds: readonly string[]) {
  const personId = personIdOf(viewer);
  return database().$queryRaw<RevisionFacts[]>`
    SELECT r.id AS "revisionId",
      (SELECT coalesce(max(b.number), 0) FROM block b WHERE b.revision_id = r.id)::int AS paragraphs,
      (SELECT count(*) FROM claim c JOIN passage p ON p.root_id = c.passage_id WHERE p.revision_id = r.id)::int AS claims,
      (SELECT count(*) FROM comment c JOIN thread t ON t.id = c.thread_id
        WHERE t.article_id = r.article_id AND t.annotation_id IS NULL AND t.claim_id IS NULL AND c.deleted_at IS NULL)::int AS comments,
      (SELECT max(a.created_at) FROM annotation a
        WHERE a.article_id = r.article_id AND a.deleted_at IS NULL AND (a.audience = 'everyone' OR a.person_id = ${personId}::uuid)) AS "lastAnnotatedAt"
    FROM revision r WHERE r.id = ANY(${revisionIds}::uuid[])`;
}

/**
 * The newest text of an article, to look at a passage in it, and whether the viewer is one of its authors.
 * @throws AppError "not-found"
 */
export async function getArticleText(viewer: Viewer, slug: string): Promise<ArticleText> {
  const article = await database().article.findUnique({
    where: { slug },
    select: {
      ...{ id: true, slug: true, title: true, language: true },
      bylines: { select: { name: true, personId: true }, orderBy: { position: "asc" } },
      revisions: {
        select: { id: true, number: true, text: true, blocks: { select: blockSelect, orderBy: { position: "asc" } } },
        orderBy: { number: "desc" },
        take: 1,
      },
    },
  });
  const [revision] = article?.revisions ?? [];
  if (!article || !revision) throw new AppError("not-found", "There is no such article.");
  const { bylines, revisions: _, ...shown } = article;
  const viewerId = personIdOf(viewer);
  return {
    article: { ...shown, authors: bylines.map(({ name }) => name) },
    revision,
    isAuthor: viewerId !== null && bylines.some(({ personId }) => personId === viewerId),
  };
}
