import "server-only";
import type { Prisma } from "../../generated/prisma/client";
import type { Stance } from "../annotations/schema";
import { AppError } from "../errors";
import { decodeCursor, encodeCursor } from "../keyset";
import { database } from "../platform/db";
import { annotationsVisibleTo } from "../policy/annotation";
import { readableNote } from "../policy/moderation";
import { personIdOf, type Viewer } from "../policy/viewer";
import { citeWork, cslSchema } from "./citation";
import { MAX_LATELY } from "./find";
import type { FrameworkLink, FrameworkPage, FrameworkPassage, FrameworkSummary, FrameworkTreeItem } from "./framework";
import { inTreeOrder } from "./tree";

const PASSAGES_PER_PAGE = 50;

const summarySelect = {
  id: true,
  slug: true,
  notation: true,
  sign: true,
  hue: true,
  definition: true,
  status: true,
  labels: { select: { kind: true, language: true, text: true }, orderBy: [{ kind: "asc" }, { language: "asc" }, { text: "asc" }] },
  broader: { select: { broaderId: true } },
} satisfies Prisma.FrameworkSelect;

type SummaryRow = {
  id: string;
  slug: string;
  notation: string;
  sign: string;
  hue: number;
  definition: string;
  status: "active" | "deprecated";
  labels: { kind: "preferred" | "alternative"; language: string; text: string }[];
  broader: { broaderId: string } | null;
};

/** The label in English, else the first preferred one, else the notation; all others are alternatives. */
function summarise({ labels, broader, status, ...row }: SummaryRow): FrameworkSummary {
  const preferred = labels.filter((label) => label.kind === "preferred");
  const shown = preferred.find((label) => label.language === "en") ?? preferred[0];
  return {
    ...row,
    label: shown?.text ?? row.notation,
    altLabels: labels.filter((label) => label !== shown).map(({ language, text }) => ({ language, text })),
    broaderId: broader?.broaderId ?? null,
    isDeprecated: status === "deprecated",
  };
}

/** The whole taxonomy in tree order. It is the same for every viewer. */
export async function listFrameworks(): Promise<(FrameworkSummary & { depth: number })[]> {
  const rows = await database().framework.findMany({ select: summarySelect, orderBy: [{ schemeId: "asc" }, { position: "asc" }] });
  return inTreeOrder(rows.map(summarise));
}

/** How far back "lately" goes: annotations, of which each names a few. */
const LATELY_ANNOTATIONS = 60;

/**
 * The frameworks that the viewer has tagged with lately, the latest first, at most five; those that can no longer be chosen are left
 * out. Read off their own newest annotations, by the index that lists them: nothing is kept for it.
 */
export async function listLatelyUsed(viewer: Viewer): Promise<string[]> {
  const personId = personIdOf(viewer);
  if (personId === null) return [];
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT f.id
    FROM (
      SELECT id, created_at FROM annotation
      WHERE person_id = ${personId}::uuid AND deleted_at IS NULL
      ORDER BY created_at DESC, id DESC LIMIT ${LATELY_ANNOTATIONS}::int
    ) a
    JOIN framework_tag t ON t.annotation_id = a.id
    JOIN framework f ON f.id = t.framework_id AND f.status = 'active'
    GROUP BY f.id
    ORDER BY max(a.created_at) DESC, min(t.position), f.id
    LIMIT ${MAX_LATELY}::int`;
  return rows.map(({ id }) => id);
}

/** The taxonomy in tree order with the number of tags that the viewer may see. */
export async function listFrameworkTree(viewer: Viewer): Promise<FrameworkTreeItem[]> {
  const personId = personIdOf(viewer);
  const [frameworks, counts] = await Promise.all([
    listFrameworks(),
    database().$queryRaw<{ frameworkId: string; stance: Stance; count: number }[]>`
      SELECT t.framework_id AS "frameworkId", t.stance::text AS stance, count(*)::int AS count
      FROM framework_tag t JOIN annotation a ON a.id = t.annotation_id
      WHERE a.deleted_at IS NULL AND (a.audience = 'everyone' OR a.person_id = ${personId}::uuid)
      GROUP BY 1, 2`,
  ]);
  const countOf = new Map(counts.map((row) => [`${row.frameworkId} ${row.stance}`, row.count]));
  return frameworks.map((framework) => ({
    ...framework,
    tags: { supports: countOf.get(`${framework.id} supports`) ?? 0, contests: countOf.get(`${framework.id} contests`) ?? 0 },
  }));
}

/**
 * One framework: its record, and the passages that support or contest it, newest first.
 * @throws AppError "not-found"; "invalid" for a cursor that is none
 */
export async function getFrameworkPage(
  viewer: Viewer,
  slug: string,
  options: { cursor?: string; stance?: Stance } = {},
): Promise<FrameworkPage> {
  const row = await database().framework.findUnique({
    where: { slug },
    select: {
      ...summarySelect,
      scopeUse: true,
      scopeNot: true,
      scheme: { select: { title: true } },
      references: { select: { reference: { select: { id: true, csl: true } } }, orderBy: { position: "asc" } },
      related: { select: { toId: true } },
      relatedTo: { select: { fromId: true } },
    },
  });
  if (!row) throw new AppError("not-found", "There is no such framework.");
  const { references, related, relatedTo, scheme, scopeUse, scopeNot, ...summaryRow } = row;
  const [tree, passages, totals] = await Promise.all([
    listFrameworkTree(viewer),
    listPassages(viewer, row.id, options),
    countPassages(viewer, row.id),
  ]);
  const linkTo = (id: string): FrameworkLink[] =>
    tree.filter((item) => item.id === id).map(({ slug, label, sign, hue }) => ({ slug, label, sign, hue }));
  const summary = summarise(summaryRow);
  return {
    framework: {
      ...summary,
      scheme,
      scopeUse,
      scopeNot,
      broader: summary.broaderId === null ? null : (linkTo(summary.broaderId)[0] ?? null),
      narrower: tree.filter((item) => item.broaderId === row.id).flatMap((item) => linkTo(item.id)),
      related: [...related.map((link) => link.toId), ...relatedTo.map((link) => link.fromId)].flatMap(linkTo),
      references: references.map(({ reference }) => citeWork(reference.id, cslSchema.parse(reference.csl))),
      totals,
    },
    ...passages,
    tree,
  };
}

async function countPassages(viewer: Viewer, frameworkId: string) {
  const personId = personIdOf(viewer);
  const rows = await database().$queryRaw<{ supports: number; contests: number; passages: number; articles: number }[]>`
    SELECT count(*) FILTER (WHERE stance = 'supports')::int AS supports,
           count(*) FILTER (WHERE stance = 'contests')::int AS contests,
           count(DISTINCT (revision_id, start, "end"))::int AS passages,
           count(DISTINCT article_id)::int AS articles
    FROM (
      -- where each stands now: two annotations of one sentence are one passage, on whatever text either was made
      SELECT DISTINCT ON (a.id) t.stance, a.article_id, p.revision_id, p.start, p."end"
      FROM framework_tag t
      JOIN annotation a ON a.id = t.annotation_id
      JOIN passage p ON p.root_id = a.passage_id
      JOIN revision r ON r.id = p.revision_id
      WHERE t.framework_id = ${frameworkId}::uuid
        AND a.deleted_at IS NULL AND (a.audience = 'everyone' OR a.person_id = ${personId}::uuid)
      ORDER BY a.id, r.number DESC
    ) placed`;
  return rows[0] ?? { supports: 0, contests: 0, passages: 0, articles: 0 };
}

async function listPassages(
  viewer: Viewer,
  frameworkId: string,
  { cursor, stance }: { cursor?: string; stance?: Stance },
): Promise<{ passages: FrameworkPassage[]; nextCursor: string | null }> {
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const rows = await database().annotation.findMany({
    where: {
      AND: [
        annotationsVisibleTo(viewer),
        { tags: { some: { frameworkId, ...(stance && { stance }) } } },
        after ? { OR: [{ createdAt: { lt: after.time } }, { createdAt: after.time, id: { lt: after.id } }] } : {},
      ],
    },
    select: {
      id: true,
      ...{ note: true, hiddenAt: true, personId: true },
      createdAt: true,
      person: { select: { displayName: true } },
      passage: {
        select: {
          places: {
            select: { quote: true, block: { select: { number: true } } },
            orderBy: { revision: { number: "desc" } },
            take: 1,
          },
        },
      },
      article: { select: { slug: true, title: true, language: true, bylines: { select: { name: true }, orderBy: { position: "asc" } } } },
      tags: { where: { frameworkId }, select: { stance: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PASSAGES_PER_PAGE + 1,
  });
  const shown = rows.slice(0, PASSAGES_PER_PAGE);
  const last = shown.at(-1);
  return {
    passages: shown.flatMap((row) =>
      row.tags.map(({ stance: stanceHere }) => ({
        annotationId: row.id,
        stance: stanceHere,
        quote: row.passage.places[0]?.quote ?? "",
        note: readableNote(viewer, row),
        isHidden: row.hiddenAt !== null,
        annotator: row.person.displayName,
        createdAt: row.createdAt.toISOString(),
        article: {
          slug: row.article.slug,
          title: row.article.title,
          language: row.article.language,
          authors: row.article.bylines.map((byline) => byline.name),
        },
        paragraph: row.passage.places[0]?.block.number ?? null,
      })),
    ),
    nextCursor: rows.length > PASSAGES_PER_PAGE && last ? encodeCursor({ time: last.createdAt, id: last.id }) : null,
  };
}
