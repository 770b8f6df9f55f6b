import { fold } from "./fold";
import type { FrameworkSummaries, FrameworkSummary } from "./framework";

/** What a query was found in, and where: [start, end) stretches of `text` to underline. */
export type Hit = { field: "sign" | "notation" | "label" | "alternative"; text: string; stretches: [number, number][] };

export type Found = {
  framework: FrameworkSummary;
  /** labels of what it is under, outermost first */
  path: string[];
  /** null when nothing was asked for: the whole tree is listed */
  hit: Hit | null;
};

/**
 * How good a match is, best first. A sign or notation typed in full is meant; then what a label begins with; then words of a label, then
 * anything within one; alternative labels after all labels, because the person sees them only in small print.
 */
enum Rank {
  Exact,
  LabelStart,
  NotationStart,
  LabelWords,
  LabelWithin,
  AlternativeWords,
  AlternativeWithin,
}

/** As many as there are digits for one hand. */
export const MAX_LATELY = 5;

/** The frameworks on offer for a query, best first; all of them in tree order for an empty one. Deprecated ones are never on offer. */
export function findFrameworks(frameworks: FrameworkSummaries, query: string): Found[] {
  const asked = fold(query).text.trim();
  const byId = new Map(frameworks.map((framework) => [framework.id, framework]));
  const offered = frameworks.filter((framework) => !framework.isDeprecated);
  if (asked === "") return offered.map((framework) => ({ framework, path: pathOf(framework, byId), hit: null }));
  return offered
    .flatMap((framework) => {
      const best = bestHit(framework, asked);
      return best ? [{ rank: best.rank, found: { framework, path: pathOf(framework, byId), hit: best.hit } }] : [];
    })
    .sort((a, b) => a.rank - b.rank) // stable: equals stay in tree order
    .map(({ found }) => found);
}

/**
 * Those that were used lately, as they are offered before the tree; one that is gone or deprecated is not. Their order is their digit, so
 * it must not depend on anything that changes while somebody chooses.
 */
export function latelyUsed(frameworks: FrameworkSummaries, ids: readonly string[]): FrameworkSummary[] {
  return ids.flatMap((id) => frameworks.find((framework) => framework.id === id && !framework.isDeprecated) ?? []);
}

/** What is used lately once an annotation with these tags is made: its frameworks first, and no more than there were digits for. */
export function withLatest(lately: readonly string[], tags: readonly { frameworkId: string }[]): readonly string[] {
  return [...new Set([...tags.map((tag) => tag.frameworkId), ...lately])].slice(0, MAX_LATELY);
}

/** Digits choose what was used lately, unless the taxonomy numbers its frameworks: then a digit begins a notation. */
export function areDigitsFree(frameworks: FrameworkSummaries): boolean {
  return !frameworks.some(({ notation, sign }) => /^\d/.test(notation) || /^\d/.test(sign));
}

/** Deprecated ancestors are left out: they are no place to send anybody. */
function pathOf(framework: FrameworkSummary, byId: Map<string, FrameworkSummary>): string[] {
  const path: string[] = [];
  const seen = new Set([framework.id]);
  for (let id = framework.broaderId; id && !seen.has(id); ) {
    seen.add(id);
    const broader = byId.get(id);
    if (broader && !broader.isDeprecated) path.unshift(broader.label);
    id = broader?.broaderId ?? null;
  }
  return path;
}

type Ranked = { rank: Rank; hit: Hit };

function bestHit(framework: FrameworkSummary, asked: string): Ranked | null {
  const hits = [
    codeHit("sign", framework.sign, asked, null),
    codeHit("notation", framework.notation, asked, Rank.NotationStart),
    wordsHit("label", framework.label, asked, [Rank.LabelStart, Rank.LabelWords, Rank.LabelWithin]),
    ...framework.altLabels.map(({ text }) =>
      wordsHit("alternative", text, asked, [Rank.AlternativeWords, Rank.AlternativeWords, Rank.AlternativeWithin]),
    ),
  ];
  return hits.reduce((best, hit) => (hit && (!best || hit.rank < best.rank) ? hit : best), null);
}

/** Signs and notations are codes: the whole of one, or (for a notation: H3 is also the way to H3a) its beginning. */
function codeHit(field: "sign" | "notation", text: string, asked: string, startRank: Rank | null): Ranked | null {
  const code = fold(text).text;
  const rank = code === asked ? Rank.Exact : code.startsWith(asked) ? startRank : null;
  return rank === null ? null : { rank, hit: { field, text, stretches: [[0, asked.length]] } };
}

/** Every word of the query stands somewhere in the text, in any order. */
function wordsHit(field: "label" | "alternative", text: string, asked: string, [start, words, within]: [Rank, Rank, Rank]): Ranked | null {
  const { text: folded, origin } = fold(text);
  const stretches: [number, number][] = [];
  let atWords = true;
  const whole = folded.indexOf(asked);
  for (const part of whole === -1 ? asked.split(" ") : [asked]) {
    const at = wordStart(folded, part);
    const found = at === -1 ? folded.indexOf(part) : at;
    if (found === -1) return null;
    atWords &&= at !== -1;
    stretches.push([origin[found] ?? 0, origin[found + part.length] ?? text.length]);
  }
  const rank = folded.startsWith(asked) ? start : atWords ? words : within;
  return { rank, hit: { field, text, stretches: merged(stretches) } };
}

/** Where a part stands at the beginning of a word; scripts written without spaces have only substrings, and lose nothing by it. */
function wordStart(folded: string, part: string): number {
  for (let at = folded.indexOf(part); at !== -1; at = folded.indexOf(part, at + 1)) {
    if (at === 0 || /[^\p{L}\p{N}]/u.test(folded[at - 1] ?? "")) return at;
  }
  return -1;
}

/** In text order, overlapping ones joined: “hedge hedging” must not underline the same letters twice. */
function merged(stretches: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of stretches.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
