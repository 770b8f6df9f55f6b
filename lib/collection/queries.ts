import "server-only";
import type { Prisma } from "../../generated/prisma/client";
import { listFrameworks } from "../frameworks/queries";
import { type Cursor, decodeCursor, encodeCursor } from "../keyset";
import { database } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import type { CollectionPage, ExportedAnnotation } from "./collection";
import type { CollectionFilters } from "./schema";

/** Half of what may be changed at once, so that all that is shown can be selected. */
const ANNOTATIONS_PER_PAGE = 100;
/** As many articles as one can look for in a list; a reader of more has the search. */
const MAX_ARTICLES = 500;
const EXPORTED_AT_ONCE = 200;
const EXPORTS_PER_MINUTE = { count: 20, seconds: 60 };

const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] satisfies Prisma.AnnotationOrderByWithRelationInput[];
const tags = { select: { frameworkId: true, stance: true }, orderBy: { position: "asc" } } satisfies Prisma.Annotation$tagsArgs;
/** Where it stands in the newest text that has a place for it. */
const newestPlace = { orderBy: { revision: { number: "desc" } }, take: 1 } satisfies Prisma.Passage$placesArgs;

/**
 * A page of one's own annotations over all articles, newest first.
 * @throws AppError "unauthenticated"; "invalid" for a cursor that is none
 */
export async function getCollectionPage(
  viewer: Viewer,
  { filters, cursor }: { filters: CollectionFilters; cursor?: string },
): Promise<CollectionPage> {
  const { personId } = signedIn(viewer, "see your annotations");
  const where = ownWhere(personId, filters);
  const [rows, total, articles, frameworks] = await Promise.all([
    database().annotation.findMany({
      where: { AND: [where, after(cursor === undefined ? null : decodeCursor(cursor))] },
      select: {
        ...{ id: true, version: true, note: true, audience: true, createdAt: true, editedAt: true, tags },
        article: { select: { slug: true, title: true, language: true } },
        passage: { select: { places: { ...newestPlace, select: { quote: true, block: { select: { number: true } } } } } },
      },
      orderBy: newestFirst,
      take: ANNOTATIONS_PER_PAGE + 1,
    }),
    database().annotation.count({ where }),
    database().article.findMany({
      where: { annotations: { some: { personId, deletedAt: null } } },
      select: { slug: true, title: true },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: MAX_ARTICLES,
    }),
    listFrameworks(),
  ]);
  const shown = rows.slice(0, ANNOTATIONS_PER_PAGE);
  const last = shown.at(-1);
  return {
    annotations: shown.map(({ passage, createdAt, editedAt, ...row }) => ({
      ...row,
      quote: passage.places[0]?.quote ?? "",
      paragraph: passage.places[0]?.block.number ?? null,
      createdAt: createdAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
    })),
    total,
    nextCursor: rows.length > ANNOTATIONS_PER_PAGE && last ? encodeCursor({ time: last.createdAt, id: last.id }) : null,
    articles,
    frameworks,
  };
}

/**
 * One's own annotations for taking out, the oldest last, a bounded number at a time: those that are named, or with none
 * named all that the filters leave. What is named and is not theirs is not there.
 * @throws AppError "unauthenticated" | "rate-limited", before the first
 */
export async function exportAnnotations(
  viewer: Viewer,
  { ids, filters }: { ids: readonly string[]; filters: CollectionFilters },
): Promise<AsyncGenerator<ExportedAnnotation[]>> {
  const { personId, displayName } = signedIn(viewer, "export your annotations");
  await countTry(`export:${personId}`, EXPORTS_PER_MINUTE);
  const where = ids.length > 0 ? { personId, deletedAt: null, id: { in: [...ids] } } : ownWhere(personId, filters);
  return pagesOf(where, displayName);
}

async function* pagesOf(where: Prisma.AnnotationWhereInput, creator: string): AsyncGenerator<ExportedAnnotation[]> {
  const frameworks = new Map((await listFrameworks()).map((framework) => [framework.id, framework]));
  const texts = new Map<string, string>();
  for (let cursor: Cursor | null = null; ; ) {
    const rows = await exportedRows(where, cursor);
    await readTexts(
      texts,
      rows.flatMap(({ passage }) => passage.places.map((place) => place.revision.id)),
    );
    yield rows.flatMap(({ passage, createdAt, editedAt, tags: ownTags, ...row }): ExportedAnnotation[] => {
      const [place] = passage.places;
      const text = place && texts.get(place.revision.id);
      if (!place || text === undefined) return [];
      const { revision, block, ...span } = place;
      return [
        {
          ...row,
          revision: { number: revision.number, text },
          passage: { ...span, paragraph: block.number },
          tags: ownTags.flatMap(({ frameworkId, stance }) => {
            const framework = frameworks.get(frameworkId);
            return framework ? [{ stance, framework: { slug: framework.slug, label: framework.label, notation: framework.notation } }] : [];
          }),
          creator,
          createdAt: createdAt.toISOString(),
          editedAt: editedAt?.toISOString() ?? null,
        },
      ];
    });
    const last = rows.at(-1);
    if (!last || rows.length < EXPORTED_AT_ONCE) return;
    cursor = { time: last.createdAt, id: last.id };
  }
}

function exportedRows(where: Prisma.AnnotationWhereInput, cursor: Cursor | null) {
  return database().annotation.findMany({
    where: { AND: [where, after(cursor)] },
    select: {
      ...{ id: true, note: true, audience: true, createdAt: true, editedAt: true, tags },
      article: { select: { slug: true, title: true, language: true } },
      passage: {
        select: {
          places: {
            ...newestPlace,
            select: {
              ...{ start: true, end: true, quote: true, prefix: true, suffix: true },
              revision: { select: { id: true, number: true } },
              block: { select: { number: true } },
            },
          },
        },
      },
    },
    orderBy: newestFirst,
    take: EXPORTED_AT_ONCE,
  });
}

/** Each text once, and only those of this page: a collection may reach over a library. */
async function readTexts(texts: Map<string, string>, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  for (const id of texts.keys()) if (!wanted.has(id)) texts.delete(id);
  const missing = [...wanted].filter((id) => !texts.has(id));
  if (missing.length === 0) return;
  for (const { id, text } of await database().revision.findMany({ where: { id: { in: missing } }, select: { id: true, text: true } }))
    texts.set(id, text);
}

function after(cursor: Cursor | null): Prisma.AnnotationWhereInput {
  return cursor ? { OR: [{ createdAt: { lt: cursor.time } }, { createdAt: cursor.time, id: { lt: cursor.id } }] } : {};
}

function ownWhere(personId: string, { framework, stance, audience, article, q }: CollectionFilters): Prisma.AnnotationWhereInput {
  // Prisma's insensitive comparison is an ILIKE, in which these three mean something else.
  const words = q === undefined ? undefined : { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
  return {
    personId,
    deletedAt: null,
    ...(audience && { audience }),
    ...(article && { article: { slug: article } }),
    ...((framework || stance) && { tags: { some: { ...(framework && { framework: { slug: framework } }), ...(stance && { stance }) } } }),
    ...(words && { OR: [{ note: words }, { passage: { places: { some: { quote: words } } } }] }),
  };
}
