import "server-only";
import { blockIndexAt } from "../articles/canonical";
import type { ReadClaim } from "../articles/reading";
import { database } from "../platform/db";

/** The claims of a revision in reading order; they are public with the article. */
export async function listClaims(revision: { id: string; blocks: readonly { start: number; end: number }[] }): Promise<ReadClaim[]> {
  const rows = await database().claim.findMany({
    where: { passage: { revisionId: revision.id } },
    select: { id: true, number: true, statement: true, passage: { select: { start: true, end: true } } },
    orderBy: { number: "asc" },
  });
  return rows.map(({ passage, ...claim }) => ({ ...claim, ...passage, blockIndex: blockIndexAt(revision.blocks, passage.start) ?? 0 }));
}
