import "server-only";
import { blockIndexAt } from "../articles/canonical";
import type { ReadClaim } from "../articles/reading";
import { database } from "../platform/db";

/** The claims that have a place in a revision, by their numbers; they are public with the article. */
export async function listClaims(revision: { id: string; blocks: readonly { start: number; end: number }[] }): Promise<ReadClaim[]> {
  const rows = await database().claim.findMany({
    where: { passage: { places: { some: { revisionId: revision.id } } } },
    select: {
      id: true,
      number: true,
      statement: true,
      passage: { select: { places: { where: { revisionId: revision.id }, select: { start: true, end: true } } } },
    },
    orderBy: { number: "asc" },
  });
  return rows.flatMap(({ passage, ...claim }) =>
    passage.places.map((place) => ({ ...claim, ...place, blockIndex: blockIndexAt(revision.blocks, place.start) ?? 0 })),
  );
}
