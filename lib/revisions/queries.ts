import "server-only";
import { carry } from "../anchoring/carry";
import { diff } from "../anchoring/diff";
import { composeText, draftBlocksOf } from "../articles/canonical";
import { type ArticleDraft, formatRangeSchema } from "../articles/schema";
import { AppError } from "../errors";
import { noVerdicts, type VerdictCounts } from "../placements/placement";
import { findNewestRevision, listPlacesBefore } from "../placements/queries";
import { database } from "../platform/db";
import { annotationsVisibleTo } from "../policy/annotation";
import { canRevise } from "../policy/article";
import { personIdOf, type Viewer } from "../policy/viewer";
import { type ComparisonPage, compareParagraphs, type Fate } from "./comparison";
import type { HistoryEntry, HistoryPage, RevisablePage } from "./revision";

const absent = () => new AppError("not-found", "There is no such article.");

const bylinesSelect = { select: { name: true, personId: true }, orderBy: { position: "asc" } } as const;

/**
 * What somebody who may revise an article begins from.
 * @throws AppError "not-found" when there is none, or it is not theirs to revise
 */
export async function getRevisablePage(viewer: Viewer, slug: string): Promise<RevisablePage> {
  const article = await database().article.findUnique({
    where: { slug },
    include: {
      bylines: bylinesSelect,
      revisions: {
        select: {
          id: true,
          number: true,
          text: true,
          blocks: { select: { kind: true, level: true, number: true, start: true, end: true }, orderBy: { position: "asc" } },
          formats: { select: { kind: true, start: true, end: true, href: true }, orderBy: [{ start: "asc" }, { end: "desc" }] },
        },
        orderBy: { number: "desc" },
        take: 1,
      },
    },
  });
  const [revision] = article?.revisions ?? [];
  if (!article || !revision || !canRevise(viewer, factsOf(article))) throw absent();
  const { id, title, language, standfirst, sourceUrl, citation, published, biography } = article;
  const authors = article.bylines.map(({ name }) => name);
  const formats = revision.formats.map(({ href, ...format }) => formatRangeSchema.parse(href === null ? format : { ...format, href }));
  const given = Object.fromEntries(
    Object.entries({ standfirst, sourceUrl, citation, published, biography }).filter(([, value]) => value !== null),
  );
  return {
    article: { id, slug, title, language, authors },
    newest: { id: revision.id, number: revision.number },
    present: { ...given, title, language, authors, blocks: draftBlocksOf({ ...revision, formats }), comments: [] },
  };
}

function factsOf({ createdById, bylines }: { createdById: string | null; bylines: readonly { personId: string | null }[] }) {
  return { createdById, authorIds: new Set(bylines.flatMap((byline) => byline.personId ?? [])) };
}

/**
 * What would become of the annotations and claims that the viewer may see, were a draft stored as the article's next revision. Nothing is.
 * @throws AppError "not-found" when there is no such article, or it is not theirs to revise
 */
export async function foreseeRevision(viewer: Viewer, articleId: string, draft: ArticleDraft): Promise<VerdictCounts> {
  const article = await database().article.findUnique({
    where: { id: articleId },
    select: {
      createdById: true,
      bylines: bylinesSelect,
      revisions: { select: { id: true, number: true, text: true } },
    },
  });
  if (!article || !canRevise(viewer, factsOf(article))) throw absent();
  const number = Math.max(...article.revisions.map((revision) => revision.number)) + 1;
  const [places, visible] = await Promise.all([
    listPlacesBefore(database(), { articleId, number }),
    database().passage.findMany({
      where: {
        revision: { articleId },
        OR: [{ annotation: { is: annotationsVisibleTo(viewer) } }, { claim: { isNot: null } }],
      },
      select: { id: true },
    }),
  ]);
  const ids = new Set(visible.map(({ id }) => id));
  const sought = places.filter(({ rootId, left }) => ids.has(rootId) && left === null);
  const { text } = composeText(draft.blocks);
  const counts = { ...noVerdicts };
  for (const from of article.revisions) {
    const here = sought.filter((place) => place.revisionId === from.id);
    if (here.length > 0) for (const { kind } of carry(from.text, text, here)) counts[kind]++;
  }
  return counts;
}

/**
 * An article's revisions, the newest first, each with who brought it in and what became of what was annotated before.
 * @throws AppError "not-found"
 */
export async function getHistoryPage(viewer: Viewer, slug: string): Promise<HistoryPage> {
  const article = await database().article.findUnique({
    where: { slug },
    select: { id: true, title: true, language: true, createdById: true, bylines: bylinesSelect },
  });
  if (!article) throw absent();
  const [revisions, counts] = await Promise.all([listRevisions(article.id), countVerdicts(viewer, article.id)]);
  return {
    article: { id: article.id, slug, title: article.title, language: article.language, authors: article.bylines.map(({ name }) => name) },
    entries: revisions.map(({ id, ...revision }): HistoryEntry => {
      const verdicts = { ...noVerdicts, decided: 0 };
      for (const { revisionId, verdict, count, decided } of counts) {
        if (revisionId !== id) continue;
        verdicts[verdict] = count;
        verdicts.decided += decided;
      }
      return { ...revision, createdAt: revision.createdAt.toISOString(), verdicts: revision.number === 1 ? null : verdicts };
    }),
    can: { revise: canRevise(viewer, factsOf(article)) },
  };
}

/** Without the texts, which may be books; their length in paragraphs says enough. */
function listRevisions(articleId: string) {
  return database().$queryRaw<{ id: string; number: number; createdAt: Date; by: string | null; paragraphs: number }[]>`
    SELECT r.id, r.number, r.created_at AS "createdAt", p.display_name AS by,
      (SELECT coalesce(max(b.number), 0) FROM block b WHERE b.revision_id = r.id)::int AS paragraphs
    FROM revision r LEFT JOIN person p ON p.id = r.created_by_id
    WHERE r.article_id = ${articleId}::uuid ORDER BY r.number DESC`;
}

function countVerdicts(viewer: Viewer, articleId: string) {
  const personId = personIdOf(viewer);
  return database().$queryRaw<{ revisionId: string; verdict: keyof VerdictCounts; count: number; decided: number }[]>`
    SELECT pl.revision_id AS "revisionId", pl.verdict::text AS verdict, count(*)::int AS count, count(pl.decision)::int AS decided
    FROM revision r JOIN placement pl ON pl.revision_id = r.id
    LEFT JOIN annotation a ON a.passage_id = pl.root_id
    WHERE r.article_id = ${articleId}::uuid
      AND (a.id IS NULL OR (a.deleted_at IS NULL AND (a.audience = 'everyone' OR a.person_id = ${personId}::uuid)))
    GROUP BY 1, 2`;
}

const textSelect = {
  id: true,
  number: true,
  createdAt: true,
  text: true,
  blocks: { select: { number: true, start: true, end: true }, orderBy: { position: "asc" } },
} as const;

/** So many passages of a verdict are listed; the counts are of all. */
const MAX_LISTED = 100;

/**
 * Two revisions of an article beside each other: their words, paragraph by paragraph, and what became in the later one of what stands in
 * the earlier and the viewer may see.
 * @throws AppError "not-found" where one of them is not there, or `from` is not before `to`
 */
export async function getComparisonPage(viewer: Viewer, slug: string, from: number, to: number): Promise<ComparisonPage> {
  const article = await database().article.findUnique({
    where: { slug },
    select: {
      id: true,
      title: true,
      language: true,
      bylines: bylinesSelect,
      revisions: { where: { number: { in: [from, to] } }, select: textSelect },
    },
  });
  const earlier = article?.revisions.find((revision) => revision.number === from);
  const later = article?.revisions.find((revision) => revision.number === to);
  if (!article || !earlier || !later || from >= to) throw absent();
  const [fates, newest] = await Promise.all([listFates(viewer, earlier, later), findNewestRevision(article.id)]);
  const counts = { ...noVerdicts };
  for (const { verdict } of fates) counts[verdict]++;
  const shown = ({ number, createdAt }: typeof earlier) => ({ number, createdAt: createdAt.toISOString() });
  return {
    article: { id: article.id, slug, title: article.title, language: article.language, authors: article.bylines.map(({ name }) => name) },
    from: shown(earlier),
    to: shown(later),
    newest: newest.number,
    paragraphs: compareParagraphs(earlier, later, diff(earlier.text, later.text)),
    counts,
    fates: (["lost", "review", "moved"] as const).flatMap((verdict) =>
      fates.filter((fate) => fate.verdict === verdict).slice(0, MAX_LISTED),
    ),
  };
}

type RevisionRef = { id: string; number: number };

/**
 * What stands in one revision, and what became of it in a later one. Where there are texts between the two, it moved if it moved on any
 * step of the way; a decision of the way there counts as moved, since a person put it where it is.
 */
async function listFates(viewer: Viewer, from: RevisionRef, to: RevisionRef): Promise<Fate[]> {
  const personId = personIdOf(viewer);
  type Row = Omit<Fate, "from" | "to"> & { fromParagraph: number | null; toParagraph: number | null; hasPlace: boolean };
  const rows = await database().$queryRaw<Row[]>`
    SELECT a.id AS "annotationId", c.number AS "claim", coalesce(person.display_name, '') AS by, p.quote, b.number AS "fromParagraph",
      place.quote AS "newQuote", place_block.number AS "toParagraph", place.id IS NOT NULL AS "hasPlace",
      last.decision::text AS decision,
      CASE
        WHEN place.id IS NULL THEN (CASE WHEN last.decision = 'left' THEN 'lost' ELSE last.verdict::text END)
        WHEN EXISTS (
          SELECT 1 FROM placement way JOIN revision r ON r.id = way.revision_id
          WHERE way.root_id = p.root_id AND r.number > ${from.number}::int AND r.number <= ${to.number}::int
            AND way.passage_id IS NOT NULL AND way.verdict <> 'exact') THEN 'moved'
        ELSE 'exact'
      END AS verdict
    FROM passage p
    JOIN block b ON b.id = p.block_id
    LEFT JOIN annotation a ON a.passage_id = p.root_id
    LEFT JOIN person ON person.id = a.person_id
    LEFT JOIN claim c ON c.passage_id = p.root_id
    JOIN placement last ON last.root_id = p.root_id AND last.revision_id = ${to.id}::uuid
    LEFT JOIN passage place ON place.id = last.passage_id
    LEFT JOIN block place_block ON place_block.id = place.block_id
    WHERE p.revision_id = ${from.id}::uuid
      AND (c.id IS NOT NULL OR (a.deleted_at IS NULL AND (a.audience = 'everyone' OR a.person_id = ${personId}::uuid)))
    ORDER BY p.start, p."end", p.root_id`;
  return rows.map(({ fromParagraph, toParagraph, hasPlace, ...fate }) => ({
    ...fate,
    from: { revision: from.number, paragraph: fromParagraph },
    to: hasPlace ? { revision: to.number, paragraph: toParagraph } : null,
  }));
}
