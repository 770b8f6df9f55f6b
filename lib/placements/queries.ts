import "server-only";
import { type Database, database, type Transaction } from "../platform/db";
import { annotationsVisibleTo } from "../policy/annotation";
import { readableNote } from "../policy/moderation";
import { canPlace, rootsToPlaceBy } from "../policy/placement";
import type { Viewer } from "../policy/viewer";
import type { Orphan } from "./orphan";
import { lostWhySchema, movedWhySchema, type PassageState, type PlaceBefore, reviewWhySchema } from "./placement";

type Reader = Pick<Database | Transaction, "$queryRaw">;

/**
 * For each root of an article, or for one of them, its place in the newest revision before `number` that has one, and whether it was left
 * there for good.
 */
export async function listPlacesBefore(
  from: Reader,
  { articleId, number, rootId = null }: { articleId: string; number: number; rootId?: string | null },
): Promise<PlaceBefore[]> {
  type Row = Omit<PlaceBefore, "left"> & { isLeft: boolean; leftById: string | null; leftAt: Date | null };
  const rows = await from.$queryRaw<Row[]>`
    SELECT p.root_id AS "rootId", p.id AS "passageId", p.revision_id AS "revisionId", p.start, p."end",
      coalesce(l.decision = 'left', false) AS "isLeft", l.decided_by_id AS "leftById", l.decided_at AS "leftAt"
    FROM (
      SELECT DISTINCT ON (p.root_id) p.*
      FROM passage p JOIN revision r ON r.id = p.revision_id
      WHERE r.article_id = ${articleId}::uuid AND r.number < ${number}::int AND (${rootId}::uuid IS NULL OR p.root_id = ${rootId}::uuid)
      ORDER BY p.root_id, r.number DESC
    ) p
    LEFT JOIN placement l ON l.root_id = p.root_id
      AND l.revision_id = (SELECT id FROM revision WHERE article_id = ${articleId}::uuid AND number = ${number}::int - 1)
    ORDER BY p.start, p."end", p.root_id`;
  return rows.map(({ isLeft, leftById, leftAt, ...place }) => ({
    ...place,
    left: isLeft && leftAt !== null ? { byId: leftById, at: leftAt } : null,
  }));
}

/** An article's newest revision; every article has one. */
export function findNewestRevision(articleId: string) {
  return database().revision.findFirstOrThrow({
    where: { articleId },
    select: { id: true, number: true, createdAt: true },
    orderBy: { number: "desc" },
  });
}

/** The placements of a revision that wait for a decision which the viewer may make. */
export function waitingFor(viewer: Viewer, revisionId: string) {
  return { revisionId, verdict: { in: ["review" as const, "lost" as const] }, decision: null, root: rootsToPlaceBy(viewer) };
}

export async function countToReview(viewer: Viewer, revisionId: string): Promise<number> {
  return viewer.kind === "anonymous" ? 0 : database().placement.count({ where: waitingFor(viewer, revisionId) });
}

const fromSelect = { select: { revision: { select: { number: true } }, block: { select: { number: true } } } } as const;
type FromRow = { revision: { number: number }; block: { number: number | null } };
const earlierPlace = ({ revision, block }: FromRow) => ({ revision: revision.number, paragraph: block.number });

/** By root: why the passages of a revision stand where they do, for those of which there is something to say. */
export async function listPassageStates(revisionId: string): Promise<Map<string, PassageState>> {
  const rows = await database().placement.findMany({
    where: { revisionId, passageId: { not: null }, verdict: { not: "exact" } },
    select: { rootId: true, why: true, decision: true, decidedAt: true, decidedBy: { select: { displayName: true } }, from: fromSelect },
  });
  return new Map(
    rows.map(({ rootId, why, decision, decidedAt, decidedBy, from }): [string, PassageState] => {
      const place = earlierPlace(from);
      if ((decision !== "accepted" && decision !== "reanchored") || decidedAt === null) {
        return [rootId, { kind: "moved", why: movedWhySchema.parse(why), from: place }];
      }
      return [rootId, { kind: "placed", decision, from: place, by: decidedBy?.displayName ?? null, at: decidedAt.toISOString() }];
    }),
  );
}

/** So many stand at the foot of the margin; the comparison of the two texts lists all. */
const MAX_ORPHANS = 30;

/** The annotations that the viewer may see and that have no place in a revision, in the order of the older text. */
export async function listOrphans(viewer: Viewer, revisionId: string): Promise<{ orphans: Orphan[]; orphanCount: number }> {
  const where = { revisionId, passageId: null, root: { annotation: { is: annotationsVisibleTo(viewer) } } };
  const [rows, orphanCount] = await Promise.all([
    database().placement.findMany({
      where,
      select: {
        rootId: true,
        verdict: true,
        why: true,
        decision: true,
        decidedAt: true,
        decidedBy: { select: { displayName: true } },
        from: { select: { ...fromSelect.select, quote: true } },
        root: {
          select: {
            annotation: {
              select: {
                id: true,
                ...{ note: true, hiddenAt: true },
                audience: true,
                personId: true,
                person: { select: { displayName: true } },
                tags: { select: { frameworkId: true, stance: true }, orderBy: { position: "asc" } },
              },
            },
          },
        },
      },
      orderBy: [{ from: { start: "asc" } }, { rootId: "asc" }],
      take: MAX_ORPHANS,
    }),
    database().placement.count({ where }),
  ]);
  const orphans = rows.flatMap(({ rootId, verdict, why, decision, decidedAt, decidedBy, from, root: { annotation } }): Orphan[] => {
    if (!annotation) return [];
    const { id, person, personId, hiddenAt, audience, tags } = annotation;
    const note = readableNote(viewer, annotation);
    const left = decision === "left" && decidedAt !== null && { by: decidedBy?.displayName ?? null, at: decidedAt.toISOString() };
    const waiting =
      verdict === "review"
        ? ({ kind: "review", why: reviewWhySchema.parse(why) } as const)
        : ({ kind: "lost", why: lostWhySchema.parse(why) } as const);
    const state = left ? ({ kind: "left", ...left } as const) : waiting;
    const canPlaceIt = canPlace(viewer, { makerId: personId, audience, isDeleted: false });
    return [
      {
        ...{ rootId, annotationId: id, quote: from.quote, note, audience, annotator: person.displayName, tags, state },
        isHidden: hiddenAt !== null,
        ...{ from: earlierPlace(from), canPlace: canPlaceIt },
      },
    ];
  });
  return { orphans, orphanCount };
}
