import "server-only";
import { AppError } from "../errors";
import { listFrameworks } from "../frameworks/queries";
import { database } from "../platform/db";
import { canAnnotation, canReadState } from "../policy/annotation";
import { readsHidden } from "../policy/moderation";
import { personIdOf, type Viewer } from "../policy/viewer";
import { type AnnotationHistory, shownVersions, type Version } from "./history";

const VERSIONS_PER_PAGE = 50;

const tags = { select: { frameworkId: true, stance: true }, orderBy: { position: "asc" } } as const;

/**
 * What an annotation says and has said, as far as this viewer may see it, the newest first; with `before`, what it said
 * before that version.
 * @throws AppError "not-found" when there is no such annotation that the viewer may read
 */
export async function getAnnotationHistory(
  viewer: Viewer,
  annotationId: string,
  options: { before?: number } = {},
): Promise<AnnotationHistory> {
  const [annotation, changes, frameworks] = await Promise.all([
    database().annotation.findUnique({
      where: { id: annotationId },
      select: {
        ...{ personId: true, note: true, audience: true, version: true, createdAt: true, deletedAt: true, hiddenAt: true, tags },
        person: { select: { displayName: true } },
        passage: { select: { quote: true, block: { select: { number: true } } } },
        article: { select: { slug: true, title: true, language: true } },
      },
    }),
    database().annotationChange.findMany({
      where: { annotationId, ...(options.before !== undefined && { version: { lt: options.before } }) },
      select: { version: true, changedAt: true, note: true, audience: true, isDeleted: true, tags },
      orderBy: { version: "desc" },
      // One more: what the last one on this page changed.
      take: VERSIONS_PER_PAGE + 1,
    }),
    listFrameworks(),
  ]);
  const facts = annotation && { ...annotation, isDeleted: annotation.deletedAt !== null };
  if (!annotation || !facts || !canAnnotation(viewer, "read", facts)) throw new AppError("not-found", "There is no such annotation.");

  const sinceOf = (number: number): string | null => {
    if (number === 1) return annotation.createdAt.toISOString();
    return changes.find((change) => change.version === number - 1)?.changedAt.toISOString() ?? null;
  };
  const current = { ...annotation, isDeleted: false };
  // What is hidden is hidden in all that it ever said.
  const isReadable = annotation.hiddenAt === null || readsHidden(viewer, annotation.personId);
  const versions: Version[] = [...(options.before === undefined ? [current] : []), ...changes]
    .filter((version) => canReadState(viewer, facts, version))
    .map(({ version: number, note, audience, isDeleted, tags }) => ({
      number,
      since: sinceOf(number),
      note: isReadable ? note : null,
      audience,
      isDeleted,
      tags,
    }));
  const oldest = changes.length > VERSIONS_PER_PAGE ? changes.at(-1)?.version : undefined;
  const shown = shownVersions(versions.reverse()).filter(({ number }) => number !== oldest);
  return {
    annotationId,
    article: annotation.article,
    quote: annotation.passage.quote,
    paragraph: annotation.passage.block.number,
    person: { displayName: annotation.person.displayName, isViewer: personIdOf(viewer) === annotation.personId },
    current: annotation.version,
    versions: shown.reverse(),
    isHidden: annotation.hiddenAt !== null,
    before: oldest === undefined ? null : oldest + 1,
    frameworks,
    can: { putBack: canAnnotation(viewer, "edit", facts) },
  };
}
