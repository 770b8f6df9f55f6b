import { describe as describePassage } from "../anchoring/describe";
import type { TextQuoteSelector } from "../anchoring/match";
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
  passageAt: PassageMaker,
  newId: () => string,
): { passages: PassageRow[]; placements: PlacementRow[] } {
  const passages: PassageRow[] = [];
  const placements = places.map((place): PlacementRow => {
    const { rootId, left } = place;
    const row = { ...undecided, rootId, revisionId: passageAt.revisionId, fromPassageId: place.passageId };
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

/** The selector of a span of one text. */
export type Selectors = (span: Span) => TextQuoteSelector;

/** Describes spans of a text. The same words carry many annotations, and describing them reads the whole text: each span is done once. */
export function describing(text: string): Selectors {
  const known = new Map<string, TextQuoteSelector>();
  return ({ start, end }) => {
    const key = `${start} ${end}`;
    const selector = known.get(key) ?? describePassage(text, { start, end });
    known.set(key, selector);
    return selector;
  };
}

export type PassageMaker = ((span: Span) => PlacedPassage) & { revisionId: string };

/**
 * Makes passages of a revision.
 * @throws RangeError for a span that begins between two blocks or reaches past the text
 */
export function passageMaker(to: TargetRevision, selectors: Selectors = describing(to.text)): PassageMaker {
  const make = ({ start, end }: Span): PlacedPassage => {
    const block = to.blocks[blockIndexAt(to.blocks, start) ?? -1];
    if (!block) throw new RangeError(`[${start}, ${end}) does not begin in a block`);
    return { revisionId: to.id, blockId: block.id, start, end, ...selectors({ start, end }) };
  };
  return Object.assign(make, { revisionId: to.id });
}
