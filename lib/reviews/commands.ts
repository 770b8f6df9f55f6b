import "server-only";
import type { Span } from "../anchoring/span";
import { AppError } from "../errors";
import { candidatesSchema, type ReviewWhy } from "../placements/placement";
import { type PlacedPassage, passageMaker } from "../placements/rows";
import { type Transaction, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { signedIn } from "../policy/person";
import { canPlace } from "../policy/placement";
import type { Viewer } from "../policy/viewer";
import type { Decide, Decision } from "./schema";

const DECISIONS_PER_MINUTE = { count: 120, seconds: 60 };

/**
 * Says where a passage stands in the article's newest text: at one of the candidates, at words that the person selected, or nowhere; or
 * takes back what was said. Who and when are kept. A passage that was carried to another place can be put elsewhere too: that place is then
 * a candidate that somebody doubted.
 * @throws AppError "unauthenticated" | "rate-limited" | "not-found" (nothing waits there, or not for this person) | "conflict" (somebody
 *   decided meanwhile, or there is a newer text) | "invalid" (no such candidate, other words than the quote)
 */
export async function decide(viewer: Viewer, input: Decide, now = new Date()): Promise<{ version: number }> {
  const person = signedIn(viewer, "review this passage");
  await countTry(`review:${person.personId}`, DECISIONS_PER_MINUTE);
  const { rootId, revisionId, decision } = input;
  return transact(async (transaction) => {
    const placement = await lockPlacement(transaction, input);
    if (!placement || !canPlace(viewer, placement.facts)) throw new AppError("not-found", "This passage does not wait for a decision.");
    if (!placement.isNewest) {
      throw new AppError("conflict", "Somebody has uploaded a newer text meanwhile. Load this page again to review the passages there.");
    }
    if (placement.version !== input.version) {
      throw new AppError(
        "conflict",
        `${placement.decidedBy ?? "Somebody"} decided about this passage meanwhile. Load this page again to see how.`,
      );
    }
    if (placement.verdict === "moved" && (decision.kind === "accept" || decision.kind === "undo")) return { version: placement.version };
    const passage = placeOf(placement, decision);
    const key = { rootId_revisionId: { rootId, revisionId } };
    if (placement.passageId !== null) {
      // Where it was carried to is doubted: from here on it is a place among those that a person looks at.
      const doubted = placement.verdict === "moved" ? doubting(placement) : {};
      await transaction.placement.update({
        where: key,
        data: { decision: null, decidedById: null, decidedAt: null, passageId: null, ...doubted },
      });
      await transaction.passage.delete({ where: { id: placement.passageId } });
    }
    const passageId = passage && (await transaction.passage.create({ data: { ...passage, rootId }, select: { id: true } })).id;
    return transaction.placement.update({
      where: key,
      data: {
        passageId,
        version: { increment: 1 },
        ...(decision.kind === "undo"
          ? { decision: null, decidedById: null, decidedAt: null }
          : { decision: stored[decision.kind], decidedById: person.personId, decidedAt: now }),
      },
      select: { version: true },
    });
  });
}

function doubting({ passage, score }: LockedPlacement) {
  return {
    verdict: "review" as const,
    why: "doubted" satisfies ReviewWhy,
    score: null,
    candidates: passage ? [{ ...passage, score: score ?? 0 }] : [],
  };
}

const stored = { accept: "accepted", reanchor: "reanchored", leave: "left" } as const;

type LockedPlacement = NonNullable<Awaited<ReturnType<typeof lockPlacement>>>;

/** A placement that a person may decide about, its row and its article's held until the transaction ends. */
async function lockPlacement(transaction: Transaction, { rootId, revisionId }: Decide) {
  await transaction.$queryRaw`SELECT a.id FROM article a JOIN revision r ON r.article_id = a.id WHERE r.id = ${revisionId}::uuid FOR SHARE OF a`;
  await transaction.$queryRaw`SELECT 1 FROM placement WHERE root_id = ${rootId}::uuid AND revision_id = ${revisionId}::uuid FOR UPDATE`;
  const placement = await transaction.placement.findUnique({
    where: { rootId_revisionId: { rootId, revisionId } },
    select: {
      verdict: true,
      candidates: true,
      passageId: true,
      passage: { select: { start: true, end: true } },
      score: true,
      version: true,
      decidedBy: { select: { displayName: true } },
      revision: {
        select: {
          id: true,
          text: true,
          blocks: { select: { id: true, start: true, end: true }, orderBy: { position: "asc" } },
          article: { select: { revisions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 } } },
        },
      },
      root: {
        select: {
          annotation: { select: { personId: true, audience: true, deletedAt: true } },
          claim: { select: { createdById: true } },
        },
      },
    },
  });
  if (!placement || placement.verdict === "exact") return null;
  const { revision, root, candidates, decidedBy, ...rest } = placement;
  const { annotation, claim } = root;
  if (!annotation && !claim) return null;
  return {
    ...rest,
    revision,
    decidedBy: decidedBy?.displayName ?? null,
    isNewest: revision.article.revisions[0]?.id === revision.id,
    candidates: candidates === null ? [] : candidatesSchema.parse(candidates),
    facts: {
      makerId: annotation?.personId ?? claim?.createdById ?? null,
      audience: annotation?.audience ?? ("everyone" as const),
      isDeleted: annotation ? annotation.deletedAt !== null : false,
    },
  };
}

/** The passage that a decision makes, or null for one that makes none. */
function placeOf({ revision, candidates }: LockedPlacement, decision: Decision): PlacedPassage | null {
  if (decision.kind === "leave" || decision.kind === "undo") return null;
  const span: Span = { start: decision.start, end: decision.end };
  if (decision.kind === "accept" && !candidates.some(({ start, end }) => start === span.start && end === span.end)) {
    throw new AppError("invalid", "This is not one of the places that were found. Load the page again.", "decision");
  }
  if (span.end > revision.text.length || span.start >= span.end) {
    throw new AppError("invalid", "The passage reaches past the end of the text. Select it again.", "decision");
  }
  if (decision.kind === "reanchor" && revision.text.slice(span.start, span.end) !== decision.quote) {
    throw new AppError("invalid", "The text has other words at this place than those you selected. Load the page again.", "decision");
  }
  if (!revision.blocks.some((block) => span.start >= block.start && span.start < block.end)) {
    throw new AppError("invalid", "The passage must begin with a word of a paragraph. Select it again.", "decision");
  }
  return passageMaker(revision)(span);
}
