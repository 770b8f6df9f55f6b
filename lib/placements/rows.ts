import { describe as describePassage } from "../anchoring/describe";
import type { Span } from "../anchoring/span";
import type { Candidate, Verdict } from "../anchoring/verdict";
import { blockIndexAt } from "../articles/canonical";
import type { PlaceBefore } from "./placement";

/** The revision that passages are carried to; blocks in text order. */
export type TargetRevision = { id: string; text: string; blocks: readonly { id: string; start: number; end: number }[] };

export type PassageRow = Span & {
  id: string;
  rootId: string;
  revisionId: string;
  blockId: string;
  quote: string;
  prefix: string;
  suffix: string;
};

export type PlacementRow = {
  rootId: string;
  revisionId: string;
  fromPassageId: string;
  verdict: Verdict["kind"];
  score: number | null;
  why: string | null;
  candidates: Candidate[] | null;
  passageId: string | null;
  decision: "left" | null;
  decidedById: string | null;
  decidedAt: Date | null;
};

/**
 * The rows that a verdict on each place becomes: a placement always, and a passage where the verdict names one place.
 * Places that were left on an older text are not sought again: they stay left.
 * @param verdictOf the verdict on a place; asked for those only that were not left
 * @param newId gives each passage its id
 */
export function placementRows(
  places: readonly PlaceBefore[],
  verdictOf: (place: PlaceBefore) => Verdict,
  to: TargetRevision,
  newId: () => string,
): { passages: PassageRow[]; placements: PlacementRow[] } {
  const passageAt = passageMaker(to);
  const passages: PassageRow[] = [];
  const placements = places.map((place): PlacementRow => {
    const { rootId, left } = place;
    const row = { ...undecided, rootId, revisionId: to.id, fromPassageId: place.passageId };
    if (left) return { ...row, verdict: "lost", why: "left-before", decision: "left", decidedById: left.byId, decidedAt: left.at };
    const verdict = verdictOf(place);
    if (verdict.kind === "review") return { ...row, verdict: verdict.kind, why: verdict.why, candidates: verdict.candidates };
    if (verdict.kind === "lost") return { ...row, verdict: verdict.kind, why: verdict.why };
    const passage = { ...passageAt(verdict), id: newId(), rootId };
    passages.push(passage);
    const { score, why } = verdict.kind === "moved" ? verdict : { score: null, why: null };
    return { ...row, verdict: verdict.kind, score, why, passageId: passage.id };
  });
  return { passages, placements };
}

const undecided = {
  ...{ score: null, why: null, candidates: null, passageId: null },
  ...{ decision: null, decidedById: null, decidedAt: null },
} as const;

/** A passage of a revision without its id and root: its block, and its selector, which was found again in the text. */
export type PlacedPassage = Omit<PassageRow, "id" | "rootId">;

/**
 * Makes passages of a revision. The same words carry many annotations, and describing them reads the whole text: it is done once for each
 * span.
 * @throws RangeError for a span that begins between two blocks or reaches past the text
 */
export function passageMaker(to: TargetRevision): (span: Span) => PlacedPassage {
  const made = new Map<string, PlacedPassage>();
  return ({ start, end }) => {
    const key = `${start} ${end}`;
    const known = made.get(key);
    if (known) return known;
    const block = to.blocks[blockIndexAt(to.blocks, start) ?? -1];
    if (!block) throw new RangeError(`[${start}, ${end}) does not begin in a block`);
    const passage = { revisionId: to.id, blockId: block.id, start, end, ...describePassage(to.text, { start, end }) };
    made.set(key, passage);
    return passage;
  };
}
