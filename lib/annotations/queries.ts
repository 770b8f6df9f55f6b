import "server-only";
import { blockIndexAt } from "../articles/canonical";
import { database } from "../platform/db";
import { annotationsVisibleTo, canAnnotation } from "../policy/annotation";
import { personIdOf, type Viewer } from "../policy/viewer";
import type { AnchoredAnnotation } from "./annotation";

type RevisionBlocks = { id: string; blocks: readonly { start: number; end: number }[]; authorIds: ReadonlySet<string> };

/** The annotations of a revision that the viewer may see, in text order: start, then longest first, then oldest. */
export async function listAnnotations(viewer: Viewer, revision: RevisionBlocks): Promise<AnchoredAnnotation[]> {
  const rows = await database().annotation.findMany({
    where: { passage: { revisionId: revision.id }, ...annotationsVisibleTo(viewer) },
    select: {
      id: true,
      note: true,
      audience: true,
      version: true,
      createdAt: true,
      editedAt: true,
      personId: true,
      person: { select: { displayName: true } },
      passage: { select: { start: true, end: true, quote: true } },
      tags: { select: { frameworkId: true, stance: true }, orderBy: { position: "asc" } },
    },
  });
  return rows
    .map(({ passage, person, personId, createdAt, editedAt, ...annotation }) => {
      const facts = { personId, audience: annotation.audience, isDeleted: false };
      return {
        ...annotation,
        ...passage,
        blockIndex: blockIndexAt(revision.blocks, passage.start) ?? 0,
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

/** Where an annotation's permalink leads, or null when there is none that this viewer may see. */
export async function findAnnotationPlace(viewer: Viewer, annotationId: string): Promise<{ articleSlug: string } | null> {
  const annotation = await database().annotation.findFirst({
    where: { id: annotationId, ...annotationsVisibleTo(viewer) },
    select: { article: { select: { slug: true } } },
  });
  return annotation && { articleSlug: annotation.article.slug };
}
