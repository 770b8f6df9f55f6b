import "server-only";
import { blockIndexAt } from "../articles/canonical";
import type { PassageState } from "../placements/placement";
import { listPassageStates } from "../placements/queries";
import { database } from "../platform/db";
import { annotationsVisibleTo, canAnnotation } from "../policy/annotation";
import { personIdOf, type Viewer } from "../policy/viewer";
import type { AnchoredAnnotation } from "./annotation";

type RevisionBlocks = { id: string; number: number; blocks: readonly { start: number; end: number }[]; authorIds: ReadonlySet<string> };

/** The annotations of a revision that the viewer may see, in text order: start, then longest first, then oldest. */
export async function listAnnotations(viewer: Viewer, revision: RevisionBlocks): Promise<AnchoredAnnotation[]> {
  const [rows, states] = await Promise.all([
    // An annotation points at the root of its passage; it stands where that has its place in this revision.
    database().annotation.findMany({
      where: { passage: { places: { some: { revisionId: revision.id } } }, ...annotationsVisibleTo(viewer) },
      select: {
        id: true,
        note: true,
        audience: true,
        version: true,
        createdAt: true,
        editedAt: true,
        personId: true,
        person: { select: { displayName: true } },
        passageId: true,
        passage: { select: { places: { where: { revisionId: revision.id }, select: { start: true, end: true, quote: true } } } },
        tags: { select: { frameworkId: true, stance: true }, orderBy: { position: "asc" } },
      },
    }),
    revision.number > 1 ? listPassageStates(revision.id) : new Map<string, PassageState>(),
  ]);
  return rows
    .flatMap(({ passageId, passage, person, personId, createdAt, editedAt, ...annotation }) => {
      const [place] = passage.places;
      if (!place) return [];
      const facts = { personId, audience: annotation.audience, isDeleted: false };
      return {
        ...annotation,
        ...place,
        blockIndex: blockIndexAt(revision.blocks, place.start) ?? 0,
        state: states.get(passageId) ?? null,
        person: {
          id: personId,
          displayName: person.displayName,
          isAuthor: revision.authorIds.has(personId),
          isViewer: personIdOf(viewer) === personId,
        },
        createdAt: createdAt.toISOString(),
        editedAt: editedAt?.toISOString() ?? null,
        can: { edit: canAnnotation(viewer, "edit", facts), remove: canAnnotation(viewer, "remove", facts) },
      };
    })
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.createdAt < b.createdAt ? -1 : 1) || (a.id < b.id ? -1 : 1));
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
