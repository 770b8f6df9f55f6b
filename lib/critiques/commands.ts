import "server-only";
import { describe as describePassage } from "../anchoring/describe";
import { blockIndexAt } from "../articles/canonical";
import { AppError } from "../errors";
import { tell } from "../notifications/commands";
import { carryOnwards } from "../placements/commands";
import { isUniqueViolation, type Transaction, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { actorIn, canRaise } from "../policy/critique";
import { signedIn } from "../policy/person";
import { canThread } from "../policy/thread";
import type { Viewer } from "../policy/viewer";
import { storeComment, threadUnder } from "../threads/commands";
import { threadFactsOf } from "../threads/facts";
import { type CritiqueState, next, stepsWithWords } from "./life";
import { refusedInWords } from "./refusals";
import type { RaiseCritique, TakeStep } from "./schema";

const STEPS_PER_MINUTE = { count: 30, seconds: 60 };
const absent = () => new AppError("not-found", "This critique is no longer there. What you typed is still here.");

const annotationSelect = { id: true, personId: true, audience: true, deletedAt: true } as const;

/**
 * Makes a critique of one's own annotation or comment: its thread asks the article's author to answer.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" (absent, not theirs, or not to be read by all) | "conflict" (it is
 *   one already) | "invalid" (a framework that the annotation does not carry)
 */
export async function raiseCritique(viewer: Viewer, input: RaiseCritique, now = new Date()): Promise<{ critiqueId: string }> {
  const { personId } = signedIn(viewer, "ask the author to answer");
  await countTry(`critique:${personId}`, STEPS_PER_MINUTE);
  try {
    return await transact(async (transaction) => {
      const { subject, kind } = input;
      const found = await (subject.kind === "annotation" ? annotationToRaise : commentToRaise)(transaction, viewer, subject.id);
      if (!found) throw absent();
      if (found.isCritique) throw new AppError("conflict", "This is a critique already.");
      if (!canRaise(viewer, found)) throw absent();
      const frameworkId = kind === "framework" || kind === "undercut" ? input.frameworkId : null;
      if (frameworkId !== null && !found.frameworkIds.has(frameworkId)) {
        throw new AppError("invalid", "Choose one of the frameworks with which the passage is tagged.", "frameworkId");
      }
      const { id: critiqueId } = await transaction.critique.create({
        data: {
          ...{ articleId: found.articleId, threadId: await found.thread(), criticId: personId, kind, frameworkId, createdAt: now },
          ...(subject.kind === "annotation" ? { annotationId: subject.id } : { commentId: subject.id }),
        },
        select: { id: true },
      });
      await transaction.critiqueStep.create({
        data: { critiqueId, number: 1, kind: "raise", actor: "critic", toState: "open", personId, at: now },
      });
      await tell(transaction, { kind: "critique", critiqueId }, now);
      return { critiqueId };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("conflict", "This is a critique already.");
    throw error;
  }
}

async function annotationToRaise(transaction: Transaction, viewer: Viewer, id: string) {
  await transaction.$queryRaw`SELECT id FROM annotation WHERE id = ${id}::uuid FOR SHARE`;
  const annotation = await transaction.annotation.findUnique({
    where: { id },
    select: {
      ...annotationSelect,
      hiddenAt: true,
      articleId: true,
      tags: { select: { frameworkId: true } },
      critique: { select: { id: true } },
      article: { select: { bylines: { select: { personId: true } } } },
    },
  });
  if (!annotation || !canThread(viewer, "read", threadFactsOf(annotation))) return null;
  return {
    articleId: annotation.articleId,
    makerId: annotation.personId,
    isPublic: annotation.audience === "everyone",
    isGone: annotation.deletedAt !== null || annotation.hiddenAt !== null,
    isCritique: annotation.critique !== null,
    isStep: false,
    authorIds: idsOf(annotation.article.bylines),
    frameworkIds: new Set(annotation.tags.map(({ frameworkId }) => frameworkId)),
    thread: () => threadUnder(transaction, viewer, { kind: "annotation", id }),
  };
}

async function commentToRaise(transaction: Transaction, viewer: Viewer, id: string) {
  await transaction.$queryRaw`SELECT id FROM comment WHERE id = ${id}::uuid FOR SHARE`;
  const comment = await transaction.comment.findUnique({
    where: { id },
    select: {
      ...{ threadId: true, personId: true, deletedAt: true, hiddenAt: true },
      commenter: { select: { personId: true } },
      critique: { select: { id: true } },
      step: { select: { number: true } },
      thread: {
        select: {
          articleId: true,
          annotation: { select: { ...annotationSelect, tags: { select: { frameworkId: true } } } },
          article: { select: { bylines: { select: { personId: true } } } },
        },
      },
    },
  });
  if (!comment || !canThread(viewer, "read", threadFactsOf(comment.thread.annotation))) return null;
  const { annotation } = comment.thread;
  return {
    articleId: comment.thread.articleId,
    makerId: comment.personId ?? comment.commenter?.personId ?? null,
    isPublic: annotation === null || annotation.audience === "everyone",
    isGone: comment.deletedAt !== null || comment.hiddenAt !== null,
    isCritique: comment.critique !== null,
    isStep: comment.step !== null,
    authorIds: idsOf(comment.thread.article.bylines),
    frameworkIds: new Set(annotation?.tags.map(({ frameworkId }) => frameworkId)),
    thread: async () => comment.threadId,
  };
}

const idsOf = (bylines: readonly { personId: string | null }[]) => new Set(bylines.flatMap(({ personId }) => personId ?? []));

/**
 * Takes the next step in a critique's life: acknowledges or answers it as an author, or ends, withdraws or reopens it. An answer and the
 * reason for reopening are a comment in its thread, stored with the step or not at all. Sent twice with one `requestId`, it is taken once.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" | "conflict" (somebody moved it since the person looked) |
 *   "invalid" (a step that is not theirs or leads nowhere from there, no words, a passage that is none)
 */
export async function takeStep(viewer: Viewer, input: TakeStep, now = new Date()): Promise<{ stepCount: number; state: CritiqueState }> {
  const { personId } = signedIn(viewer, "move a critique");
  await countTry(`critique:${personId}`, STEPS_PER_MINUTE);
  return transact(async (transaction) => {
    const { critiqueId, kind, text, requestId } = input;
    const critique = await lockCritique(transaction, critiqueId);
    if (!critique || !canThread(viewer, "read", threadFactsOf(critique.thread.annotation))) throw absent();
    const { state, stepCount, threadId } = critique;
    const authorIds = idsOf(critique.article.bylines);
    if (text !== null) {
      const taken = await transaction.comment.findUnique({
        where: { personId_requestId: { personId, requestId } },
        select: { step: { select: { critiqueId: true, number: true, toState: true } } },
      });
      if (taken?.step?.critiqueId === critiqueId) return { stepCount: taken.step.number, state: taken.step.toState };
    }
    const actor = actorIn(viewer, { criticId: critique.criticId, state, authorIds });
    if (actor === null) throw new AppError("invalid", refusedInWords(kind, state, null));
    if (stepCount !== input.stepCount) {
      throw new AppError(
        "conflict",
        "This critique was moved since you opened it. What you typed is still here; look at what came, then go on.",
      );
    }
    const to = next(state, kind, actor);
    if (to === null) throw new AppError("invalid", refusedInWords(kind, state, actor));
    if (text === null && stepsWithWords.has(kind)) {
      throw new AppError("invalid", kind === "reopen" ? "Say why it should be opened again." : "Write the answer first.", "text");
    }
    const passageId = kind === "revise" ? await passageRevised(transaction, critique.articleId, input.revised) : null;
    const parentPosition = critique.comment?.position ?? null;
    const said = text === null ? null : await storeComment(transaction, { threadId, parentPosition, personId, requestId, text, now });
    await transaction.critiqueStep.create({
      data: {
        ...{ critiqueId, number: stepCount + 1, kind, actor, fromState: state, toState: to, personId, passageId, at: now },
        commentId: said?.commentId ?? null,
      },
    });
    await tell(transaction, { kind: "step", critiqueId, number: stepCount + 1 }, now);
    return { stepCount: stepCount + 1, state: to };
  });
}

async function lockCritique(transaction: Transaction, id: string) {
  await transaction.$queryRaw`SELECT id FROM critique WHERE id = ${id}::uuid FOR UPDATE`;
  return transaction.critique.findUnique({
    where: { id },
    select: {
      ...{ articleId: true, threadId: true, criticId: true, state: true, stepCount: true },
      comment: { select: { position: true } },
      article: { select: { bylines: { select: { personId: true } } } },
      thread: { select: { annotation: { select: annotationSelect } } },
    },
  });
}

/** Stores the passage to which an author points as what was changed. @throws AppError "invalid" when it is none of the article's */
async function passageRevised(transaction: Transaction, articleId: string, revised: TakeStep["revised"]): Promise<string> {
  if (revised === null) throw new AppError("invalid", "Choose the passage that was revised.", "revised");
  const { revisionId, start, end } = revised;
  const revision = await transaction.revision.findFirst({
    where: { id: revisionId, articleId },
    select: { number: true, text: true, blocks: { select: { id: true, start: true, end: true }, orderBy: { position: "asc" } } },
  });
  const block = revision?.blocks[blockIndexAt(revision.blocks, start) ?? -1];
  if (!revision || !block || end > revision.text.length || end <= start) {
    throw new AppError("invalid", "This passage is not in that text. Choose it again.", "revised");
  }
  await transaction.$queryRaw`SELECT id FROM article WHERE id = ${articleId}::uuid FOR SHARE`;
  const selector = describePassage(revision.text, { start, end });
  const passage = await transaction.passage.create({
    data: { revisionId, blockId: block.id, start, end, ...selector },
    select: { id: true },
  });
  await carryOnwards(transaction, { rootId: passage.id, articleId, number: revision.number });
  return passage.id;
}
