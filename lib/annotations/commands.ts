import "server-only";
import { describe as describePassage } from "../anchoring/describe";
import { blockIndexAt } from "../articles/canonical";
import { changeAnnotations, type LockedAnnotation, notApplicable } from "../changes/commands";
import { AppError } from "../errors";
import { carryOnwards } from "../placements/commands";
import { database, isUniqueViolation, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { canAnnotate } from "../policy/article";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import type { CreateAnnotation, EditAnnotation, TagInput } from "./schema";

const WRITES_PER_MINUTE = { count: 60, seconds: 60 };
const absent = () => new AppError("not-found", "This annotation is no longer there. What you typed is still here.");

/**
 * Stores an annotation with its passage and framework tags, all or nothing. Sent twice with one `requestId`, it is
 * stored once and answers the same id.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" (the revision) | "invalid" (offsets outside the text,
 *   other words than the quote at them, a framework that may not be applied)
 */
export async function createAnnotation(viewer: Viewer, input: CreateAnnotation, now = new Date()): Promise<{ id: string }> {
  const person = signedIn(viewer, "tag this passage");
  if (!canAnnotate(viewer)) throw absent();
  await countTry(`annotate:${person.personId}`, WRITES_PER_MINUTE);
  return storeAnnotation(person.personId, input, now);
}

/** The writing half of `createAnnotation`, for the demo's loader, whose people do not sign in. */
export async function storeAnnotation(personId: string, input: CreateAnnotation, now: Date): Promise<{ id: string }> {
  const revision = await database().revision.findUnique({
    where: { id: input.revisionId },
    select: {
      articleId: true,
      number: true,
      text: true,
      blocks: { select: { id: true, start: true, end: true }, orderBy: { position: "asc" } },
    },
  });
  if (!revision) throw new AppError("not-found", "This revision of the article is no longer there. What you typed is still here.");
  if (input.end > revision.text.length || input.end <= input.start) {
    throw new AppError("invalid", "The passage reaches past the end of the text. Select it again.", "end");
  }
  const selector = describePassage(revision.text, input);
  if (selector.quote !== input.quote) {
    throw new AppError(
      "invalid",
      "The article has other words at this place than those you selected. Reload the page and select them again.",
      "quote",
    );
  }
  const blockIndex = blockIndexAt(revision.blocks, input.start);
  const block = blockIndex === null ? undefined : revision.blocks[blockIndex];
  if (!block) throw new AppError("invalid", "The passage must begin with a word of a paragraph. Select it again.", "start");
  await assertApplicable(input.tags);

  try {
    return await transact(async (transaction) => {
      // A newer text is stored either before this, and the passage is carried there below, or after it, and finds the passage here.
      await transaction.$queryRaw`SELECT id FROM article WHERE id = ${revision.articleId}::uuid FOR SHARE`;
      const passage = await transaction.passage.create({
        data: { revisionId: input.revisionId, blockId: block.id, start: input.start, end: input.end, ...selector },
        select: { id: true },
      });
      const annotation = await transaction.annotation.create({
        data: {
          articleId: revision.articleId,
          passageId: passage.id,
          personId,
          note: input.note || null,
          audience: input.audience,
          requestId: input.requestId,
          createdAt: now,
          tags: { create: input.tags.map((tag, position) => ({ ...tag, position })) },
        },
        select: { id: true },
      });
      await carryOnwards(transaction, { rootId: passage.id, articleId: revision.articleId, number: revision.number });
      return annotation;
    });
  } catch (error) {
    const stored = isUniqueViolation(error)
      ? await database().annotation.findUnique({
          where: { personId_requestId: { personId, requestId: input.requestId } },
          select: { id: true },
        })
      : null;
    if (stored) return stored;
    throw error;
  }
}

/**
 * Replaces tags, note and audience of one's own annotation. When nothing is other than it was, its version stays.
 * @throws AppError "conflict" when it was changed since the version the person saw; "not-found" when it is not theirs
 */
export async function editAnnotation(viewer: Viewer, input: EditAnnotation, now = new Date()): Promise<{ version: number }> {
  const { annotationId, version, tags, audience } = input;
  const { changed } = await changeAnnotations(viewer, {
    purpose: "change an annotation",
    items: [{ annotationId, version }],
    now,
    next: ({ state }) => ({ ...state, tags, note: input.note || null, audience }),
    stale: () => "This annotation was changed elsewhere since you opened it. What you typed is still here; reload to see the other change.",
  });
  return { version: changed[0]?.version ?? version };
}

/** Takes one's own annotation away; `restoreAnnotation` brings it back. Twice is the same as once. */
export async function removeAnnotation(viewer: Viewer, annotationId: string, now = new Date()): Promise<null> {
  const items = [{ annotationId, version: null }];
  const next = ({ state }: LockedAnnotation) => ({ ...state, isDeleted: true });
  await changeAnnotations(viewer, { purpose: "delete an annotation", items, now, next });
  return null;
}

/** Undoes `removeAnnotation`; answers the version that it has now. @throws AppError "not-found" when it is not theirs */
export async function restoreAnnotation(viewer: Viewer, annotationId: string, now = new Date()): Promise<{ version: number }> {
  const items = [{ annotationId, version: null }];
  let version = 0;
  const next = (annotation: LockedAnnotation) => {
    version = annotation.version;
    return { ...annotation.state, isDeleted: false };
  };
  const { changed } = await changeAnnotations(viewer, { purpose: "bring back an annotation", items, now, next });
  return { version: changed[0]?.version ?? version };
}

/** Every framework exists and is not deprecated. */
async function assertApplicable(tags: readonly TagInput[]): Promise<void> {
  const found = await database().framework.count({ where: { id: { in: tags.map((tag) => tag.frameworkId) }, status: "active" } });
  if (found !== tags.length) throw notApplicable();
}
