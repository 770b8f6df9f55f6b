import "server-only";
import { describe as describePassage } from "../anchoring/describe";
import { blockIndexAt } from "../articles/canonical";
import { AppError } from "../errors";
import { carryOnwards } from "../placements/commands";
import { database, isUniqueViolation, type Transaction, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { canAnnotation } from "../policy/annotation";
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
  await assertApplicable(database(), input.tags);

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
 * Replaces tags, note and audience of one's own annotation.
 * @throws AppError "conflict" when it was changed since the version the person saw; "not-found" when it is not theirs
 */
export async function editAnnotation(viewer: Viewer, input: EditAnnotation, now = new Date()): Promise<{ version: number }> {
  const person = signedIn(viewer, "change an annotation");
  await countTry(`annotate:${person.personId}`, WRITES_PER_MINUTE);
  return transact(async (transaction) => {
    const annotation = await lockAnnotation(transaction, input.annotationId);
    if (!annotation || !canAnnotation(viewer, "edit", annotation)) throw absent();
    if (annotation.version !== input.version) {
      throw new AppError(
        "conflict",
        "This annotation was changed elsewhere since you opened it. What you typed is still here; reload to see the other change.",
      );
    }
    await assertApplicable(transaction, input.tags, annotation.frameworkIds);
    await transaction.frameworkTag.deleteMany({ where: { annotationId: input.annotationId } });
    await transaction.frameworkTag.createMany({
      data: input.tags.map((tag, position) => ({ ...tag, position, annotationId: input.annotationId })),
    });
    return transaction.annotation.update({
      where: { id: input.annotationId },
      data: { note: input.note || null, audience: input.audience, version: { increment: 1 }, editedAt: now },
      select: { version: true },
    });
  });
}

/** Takes one's own annotation away; `restoreAnnotation` brings it back. Twice is the same as once. */
export async function removeAnnotation(viewer: Viewer, annotationId: string, now = new Date()): Promise<null> {
  const person = signedIn(viewer, "delete an annotation");
  await countTry(`annotate:${person.personId}`, WRITES_PER_MINUTE);
  return setDeleted(viewer, annotationId, "remove", { deletedAt: now, deletedById: person.personId });
}

/** Undoes `removeAnnotation`. @throws AppError "not-found" when it is not theirs, or not deleted */
export async function restoreAnnotation(viewer: Viewer, annotationId: string): Promise<null> {
  const { personId } = signedIn(viewer, "bring back an annotation");
  await countTry(`annotate:${personId}`, WRITES_PER_MINUTE);
  return setDeleted(viewer, annotationId, "restore", { deletedAt: null, deletedById: null });
}

async function setDeleted(
  viewer: Viewer,
  annotationId: string,
  operation: "remove" | "restore",
  data: { deletedAt: Date | null; deletedById: string | null },
): Promise<null> {
  return transact(async (transaction) => {
    const annotation = await lockAnnotation(transaction, annotationId);
    if (!annotation) throw absent();
    const isDone = annotation.isDeleted === (operation === "remove");
    if (!canAnnotation(viewer, operation, { ...annotation, isDeleted: operation === "restore" })) throw absent();
    if (!isDone) await transaction.annotation.update({ where: { id: annotationId }, data });
    return null;
  });
}

/** The annotation's facts, its row held until the transaction ends so that two writers come one after the other. */
async function lockAnnotation(transaction: Transaction, id: string) {
  await transaction.$queryRaw`SELECT id FROM annotation WHERE id = ${id}::uuid FOR UPDATE`;
  const annotation = await transaction.annotation.findUnique({
    where: { id },
    select: { personId: true, audience: true, deletedAt: true, version: true, tags: { select: { frameworkId: true } } },
  });
  return (
    annotation && {
      personId: annotation.personId,
      audience: annotation.audience,
      version: annotation.version,
      isDeleted: annotation.deletedAt !== null,
      frameworkIds: annotation.tags.map((tag) => tag.frameworkId),
    }
  );
}

/** Every framework exists, and is not deprecated unless it was there before. */
async function assertApplicable(
  from: Pick<Transaction, "framework">,
  tags: readonly TagInput[],
  already: readonly string[] = [],
): Promise<void> {
  const found = await from.framework.findMany({
    where: { id: { in: tags.map((tag) => tag.frameworkId) }, OR: [{ status: "active" }, { id: { in: [...already] } }] },
    select: { id: true },
  });
  if (found.length !== tags.length) {
    throw new AppError(
      "invalid",
      "One of the frameworks can no longer be chosen. Take it off and choose another; the rest is kept.",
      "tags",
    );
  }
}
