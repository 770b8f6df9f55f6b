import "server-only";
import { describe as describePassage } from "../anchoring/describe";
import { database } from "../platform/db";

export type NewClaim = { number: number; statement: string; start: number; end: number };

/**
 * Stores the claims of a revision, each anchored to [start, end) of its text within one block; those whose number is
 * there already are left as they are.
 */
export async function storeClaims(revisionId: string, claims: readonly NewClaim[], createdAt: Date): Promise<void> {
  const revision = await database().revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { text: true, blocks: { select: { id: true, start: true, end: true } } },
  });
  const stored = await database().claim.findMany({ where: { passage: { revisionId } }, select: { number: true } });
  const known = new Set(stored.map((claim) => claim.number));
  for (const { number, statement, start, end } of claims.filter((claim) => !known.has(claim.number))) {
    const block = revision.blocks.find((candidate) => candidate.start <= start && end <= candidate.end);
    if (!block) throw new RangeError(`claim ${number}: [${start}, ${end}) is not within one block`);
    const passage = { revisionId, blockId: block.id, start, end, ...describePassage(revision.text, { start, end }) };
    await database().claim.create({ data: { number, statement, createdAt, passage: { create: passage } } });
  }
}
