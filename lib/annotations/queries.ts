import "server-only";
import { blockIndexAt } from "../articles/canonical";
import type { CritiqueState } from "../critiques/life";
import type { PassageState } from "../placements/placement";
import { listPassageStates } from "../placements/queries";
import { database } from "../platform/db";
import { annotationsVisibleTo, canAnnotation } from "../policy/annotation";
import { canModerate, notesReadableBy, readableNote } from "../policy/moderation";
import { personIdOf, type Viewer } from "../policy/viewer";
import { type AnchoredAnnotation, inTextOrder } from "./annotation";
import type { NoteText } from "./note-texts";
import type { NoteTextsAsked, Stance } from "./schema";
import { keyOf } from "./wire";

/**
 * The notes that begin in [start, end) of a revision's text and that the viewer may see, of annotations that have one.
 * A revision that is not there has none.
 */
export async function listNoteTexts(viewer: Viewer, { revision, start, end }: NoteTextsAsked): Promise<NoteText[]> {
  const rows = await database().annotation.findMany({
    where: {
      passage: { places: { some: { revisionId: revision, start: { gte: start, lt: end } } } },
      note: { not: null },
      AND: [annotationsVisibleTo(viewer), notesReadableBy(viewer)],
    },
    select: { id: true, note: true },
  });
  return rows.map(({ id, note }) => ({ id, note: note ?? "" }));
}

type RevisionBlocks = { id: string; number: number; blocks: readonly { start: number; end: number }[]; authorIds: ReadonlySet<string> };

type AnnotationRow = Pick<AnchoredAnnotation, "id" | "start" | "end" | "audience" | "version" | "replies"> & {
  rootId: string;
  note: string | null;
  createdAt: Date;
  editedAt: Date | null;
  hiddenAt: Date | null;
  personId: string;
  displayName: string;
  critique: CritiqueState | null;
  tags: [frameworkId: string, stance: Stance][];
};

/** The annotations of a revision that the viewer may see, in text order. */
export async function listAnnotations(viewer: Viewer, revision: RevisionBlocks): Promise<AnchoredAnnotation[]> {
  const viewerId = personIdOf(viewer);
  const [rows, states] = await Promise.all([
    // An annotation points at the root of its passage; it stands where that has its place in this revision. In one statement: there may be
    // ten thousand, and relation by relation they take two to three times as long.
    database().$queryRaw<AnnotationRow[]>`
      SELECT a.id, p.root_id AS "rootId", p.start, p."end", a.note, a.version, a.created_at AS "createdAt", a.edited_at AS "editedAt",
        a.hidden_at AS "hiddenAt",
        CASE a.audience WHEN 'only_me' THEN 'onlyMe' ELSE a.audience::text END AS audience,
        a.person_id AS "personId", w.display_name AS "displayName", t.tags, q.state::text AS critique,
        CASE WHEN h.id IS NULL THEN 0 ELSE (SELECT count(*) FROM comment c WHERE c.thread_id = h.id AND c.deleted_at IS NULL) END::int AS replies
      FROM passage p
      JOIN annotation a ON a.passage_id = p.root_id
      JOIN person w ON w.id = a.person_id
      LEFT JOIN thread h ON h.annotation_id = a.id
      LEFT JOIN critique q ON q.annotation_id = a.id
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_array(t.framework_id, t.stance) ORDER BY t.position) AS tags FROM framework_tag t WHERE t.annotation_id = a.id
      ) t
      WHERE p.revision_id = ${revision.id}::uuid
        AND a.deleted_at IS NULL AND (a.audience = 'everyone' OR a.person_id = ${viewerId}::uuid)`,
    revision.number > 1 ? listPassageStates(revision.id) : new Map<string, PassageState>(),
  ]);
  const annotations = rows.map((row) => anchored(row, viewer, revision, states.get(row.rootId) ?? null)).sort(inTextOrder);
  for (const [index, annotation] of annotations.entries()) annotation.key = keyOf(index);
  return annotations;
}

/** Field by field: copying what is left of a row is, for ten thousand of them, most of the work. */
function anchored(row: AnnotationRow, viewer: Viewer, revision: RevisionBlocks, state: PassageState | null): AnchoredAnnotation {
  const facts = { personId: row.personId, audience: row.audience, isDeleted: false };
  const isHidden = row.hiddenAt !== null;
  const note = readableNote(viewer, row);
  const words = { writerId: row.personId, authorIds: revision.authorIds, isHidden };
  // Only what everyone sees, and only where there are words.
  const hasWords = row.audience === "everyone" && row.note !== null;
  return {
    id: row.id,
    key: "",
    start: row.start,
    end: row.end,
    blockIndex: blockIndexAt(revision.blocks, row.start) ?? 0,
    person: {
      id: row.personId,
      displayName: row.displayName,
      isAuthor: revision.authorIds.has(row.personId),
      isViewer: personIdOf(viewer) === row.personId,
    },
    state,
    tags: row.tags.map(([frameworkId, stance]) => ({ frameworkId, stance })),
    note,
    noteLength: note?.length ?? 0,
    isHidden,
    audience: row.audience,
    replies: row.replies,
    critique: row.critique,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    can: {
      edit: canAnnotation(viewer, "edit", facts),
      remove: canAnnotation(viewer, "remove", facts),
      moderate: hasWords && canModerate(viewer, isHidden ? "restore" : "hide", words),
    },
  };
}

/** Where an annotation's permalink leads: the newest revision where it has a place. Null when there is none that this viewer may see. */
export async function findAnnotationPlace(
  viewer: Viewer,
  annotationId: string,
): Promise<{ articleSlug: string /** null for the newest of all */; revision: number | null } | null> {
  const annotation = await database().annotation.findFirst({
    where: { id: annotationId, ...annotationsVisibleTo(viewer) },
    select: {
      article: { select: { slug: true, revisions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 } } },
      passage: {
        select: {
          places: { select: { revision: { select: { number: true } } }, orderBy: { revision: { number: "desc" } }, take: 1 },
        },
      },
    },
  });
  if (!annotation) return null;
  const { article, passage } = annotation;
  const number = passage.places[0]?.revision.number ?? null;
  return { articleSlug: article.slug, revision: number === article.revisions[0]?.number ? null : number };
}
