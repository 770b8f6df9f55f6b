import "server-only";
import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { carry } from "../anchoring/carry";
import type { Verdict } from "../anchoring/verdict";
import { type Database, database, type Transaction } from "../platform/db";
import type { PlaceBefore } from "./placement";
import { listPlacesBefore } from "./queries";
import { describing, type PassageRow, type PlacementRow, passageMaker, placementRows, type Selectors, type TargetRevision } from "./rows";

const targetSelect = {
  id: true,
  number: true,
  text: true,
  blocks: { select: { id: true, start: true, end: true }, orderBy: { position: "asc" } },
} as const;

/** What carrying to a text has found out so far: verdicts by the passage that was carried, selectors by their span. */
export type Carrying = { text: string; verdicts: Map<string, Verdict>; selectors: Selectors };

/**
 * Finds out what becomes of an article's passages in a new text, before anything is locked or stored: in a book with thousands of them
 * this takes seconds. What changes until the revision is stored is found out then.
 */
export async function prepareCarrying(articleId: string, number: number, text: string): Promise<Carrying> {
  const carrying = { text, verdicts: new Map(), selectors: describing(text) };
  await findVerdicts(database(), carrying, await listPlacesBefore(database(), { articleId, number }));
  let described = 0;
  for (const verdict of carrying.verdicts.values()) {
    if (verdict.kind !== "exact" && verdict.kind !== "moved") continue;
    carrying.selectors(verdict);
    // Each reads the whole text; other people's requests get their turn in between.
    if (++described % DESCRIBED_AT_A_TIME === 0) await setImmediate();
  }
  return carrying;
}

const DESCRIBED_AT_A_TIME = 50;

/**
 * Carries every passage of an article to a revision that has just been stored, each from the newest revision in which it has a place.
 * For use inside the transaction that stores the revision and holds the article's row.
 */
export async function carryAll(transaction: Transaction, revisionId: string, carrying: Carrying): Promise<void> {
  const to = await transaction.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { ...targetSelect, articleId: true } });
  await carryTo(transaction, to, await listPlacesBefore(transaction, { articleId: to.articleId, number: to.number }), carrying);
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
  for (const to of newer) {
    const carrying = { text: to.text, verdicts: new Map(), selectors: describing(to.text) };
    await carryTo(transaction, to, await listPlacesBefore(transaction, { articleId, number: to.number, rootId }), carrying);
  }
}

async function carryTo(transaction: Transaction, to: TargetRevision, places: readonly PlaceBefore[], carrying: Carrying): Promise<void> {
  await findVerdicts(transaction, carrying, places);
  const verdictOf = ({ passageId }: PlaceBefore) => {
    const verdict = carrying.verdicts.get(passageId);
    if (!verdict) throw new RangeError("a passage was carried without a verdict");
    return verdict;
  };
  const { passages, placements } = placementRows(places, verdictOf, passageMaker(to, carrying.selectors), randomUUID);
  await insertPassages(transaction, passages);
  await insertPlacements(transaction, placements);
}

/** Adds the verdict on every place that was not left and has none yet. Places may come from several revisions: each text is read once. */
async function findVerdicts(from: Reader, { text, verdicts }: Carrying, places: readonly PlaceBefore[]): Promise<void> {
  const sought = places.filter(({ left, passageId }) => left === null && !verdicts.has(passageId));
  const revisions = await from.revision.findMany({
    where: { id: { in: [...new Set(sought.map((place) => place.revisionId))] } },
    select: { id: true, text: true },
  });
  for (const earlier of revisions) {
    const here = sought.filter((place) => place.revisionId === earlier.id);
    for (const [index, verdict] of carry(earlier.text, text, here).entries()) {
      const place = here[index];
      if (place) verdicts.set(place.passageId, verdict);
    }
  }
}

type Reader = Pick<Database | Transaction, "revision">;

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
