import "server-only";
import { randomUUID } from "node:crypto";
import { carry } from "../anchoring/carry";
import type { Verdict } from "../anchoring/verdict";
import type { Transaction } from "../platform/db";
import type { PlaceBefore } from "./placement";
import { listPlacesBefore } from "./queries";
import { type PassageRow, type PlacementRow, placementRows, type TargetRevision } from "./rows";

const targetSelect = {
  id: true,
  number: true,
  text: true,
  blocks: { select: { id: true, start: true, end: true }, orderBy: { position: "asc" } },
} as const;

/**
 * Carries every passage of an article to a revision that has just been stored, each from the newest revision in which it has a place.
 * For use inside the transaction that stores the revision and holds the article's row.
 */
export async function carryAll(transaction: Transaction, revisionId: string): Promise<void> {
  const to = await transaction.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { ...targetSelect, articleId: true } });
  await carryTo(transaction, to, await listPlacesBefore(transaction, { articleId: to.articleId, number: to.number }));
}

/**
 * Carries a passage that was just made to every revision that is newer than its own: the page on which it was made may have been open
 * for long. For use inside the transaction that stores it and holds the article's row.
 */
export async function carryOnwards(
  transaction: Transaction,
  { rootId, articleId, number }: { rootId: string; articleId: string; number: number },
): Promise<void> {
  const newer = await transaction.revision.findMany({
    where: { articleId, number: { gt: number } },
    select: targetSelect,
    orderBy: { number: "asc" },
  });
  for (const to of newer) await carryTo(transaction, to, await listPlacesBefore(transaction, { articleId, number: to.number, rootId }));
}

async function carryTo(transaction: Transaction, to: TargetRevision, places: readonly PlaceBefore[]): Promise<void> {
  const verdicts = await verdictsOn(transaction, to.text, places);
  const verdictOf = (place: PlaceBefore) => {
    const verdict = verdicts.get(place.rootId);
    if (!verdict) throw new RangeError("a passage was carried without a verdict");
    return verdict;
  };
  const { passages, placements } = placementRows(places, verdictOf, to, randomUUID);
  await insertPassages(transaction, passages);
  await insertPlacements(transaction, placements);
}

/** The verdict on every place that was not left, by root. Places may come from several revisions: each text is read once. */
async function verdictsOn(transaction: Transaction, text: string, places: readonly PlaceBefore[]): Promise<Map<string, Verdict>> {
  const sought = places.filter((place) => place.left === null);
  const revisions = await transaction.revision.findMany({
    where: { id: { in: [...new Set(sought.map((place) => place.revisionId))] } },
    select: { id: true, text: true },
  });
  const verdicts = new Map<string, Verdict>();
  for (const from of revisions) {
    const here = sought.filter((place) => place.revisionId === from.id);
    for (const [index, verdict] of carry(from.text, text, here).entries()) {
      const place = here[index];
      if (place) verdicts.set(place.rootId, verdict);
    }
  }
  return verdicts;
}

/** In one statement: there may be thousands, and the check of their words reads the revision's text once for each statement. */
async function insertPassages(transaction: Transaction, rows: readonly PassageRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <Key extends keyof PassageRow>(key: Key) => rows.map((row) => row[key]);
  await transaction.$executeRaw`
    INSERT INTO passage (id, root_id, revision_id, block_id, start, "end", quote, prefix, suffix)
    SELECT * FROM unnest(${column("id")}::uuid[], ${column("rootId")}::uuid[], ${column("revisionId")}::uuid[], ${column("blockId")}::uuid[],
      ${column("start")}::int[], ${column("end")}::int[], ${column("quote")}::text[], ${column("prefix")}::text[], ${column("suffix")}::text[])`;
}

async function insertPlacements(transaction: Transaction, rows: readonly PlacementRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <Key extends keyof PlacementRow>(key: Key) => rows.map((row) => row[key]);
  const candidates = rows.map((row) => row.candidates && JSON.stringify(row.candidates));
  await transaction.$executeRaw`
    INSERT INTO placement (root_id, revision_id, from_passage_id, verdict, score, why, candidates, passage_id, decision, decided_by_id, decided_at)
    SELECT * FROM unnest(${column("rootId")}::uuid[], ${column("revisionId")}::uuid[], ${column("fromPassageId")}::uuid[],
      ${column("verdict")}::placement_verdict[], ${column("score")}::float8[], ${column("why")}::text[], ${candidates}::jsonb[],
      ${column("passageId")}::uuid[], ${column("decision")}::placement_decision[], ${column("decidedById")}::uuid[],
      ${column("decidedAt")}::timestamptz[])`;
}
