import type { Comparison } from "./comparison";
import { distance, nearest, similarity } from "./distance";
import { onEdges } from "./edges";
import { agreement, LIKE_SHARE, SAME_SHARE } from "./evidence";
import { KNOWN_BITS, knownBits, unbrokenBits } from "./known";
import { project } from "./project";
import type { Span } from "./span";
import { GAP_MARGIN_BITS, type Gap, gapAround, verbatimIn } from "./verbatim";
import type { Verdict } from "./verdict";

/**
 * The verdict on a passage of which some words have partners near one another, or none have but its neighbours do: what stands there now,
 * and how like it is. Null when nothing like it stands there.
 */
export function changedPlace(comparison: Comparison, passage: Span): Verdict | null {
  const { first, end } = comparison.tokensIn(passage);
  const [cluster, other] = clustersOf(comparison, first, end);
  if (!cluster) return betweenNeighbours(comparison, passage);
  const gap = gapAround(comparison, first, end);
  return (gap && verbatimIn(comparison, passage, gap)) ?? partPlace(comparison, passage, cluster, other);
}

/** Tokens [first, last] of the passage, both with partners, that the new text has in order and near one another. */
type Cluster = { first: number; last: number; bits: number };

/** Words put in between two of a passage’s words, beyond its own length: a subordinate clause. */
const PUT_IN = 24;

/** The pieces in which a passage’s words are found, the one that tells most first. */
function clustersOf({ alignment: { from, image, moved, weights } }: Comparison, first: number, end: number): Cluster[] {
  const clusters: Cluster[] = [];
  let current: Cluster | null = null;
  for (let i = first; i < end; i++) {
    if (image[i] === -1) continue;
    const bits = weights[from.ids[i] ?? 0] ?? 0;
    const leap: number = current ? (image[i] ?? 0) - (image[current.last] ?? 0) : 0;
    if (current && moved[i] === moved[current.last] && leap > 0 && leap <= i - current.last + PUT_IN) {
      current.last = i;
      current.bits += bits;
    } else {
      current = { first: i, last: i, bits };
      clusters.push(current);
    }
  }
  return clusters.sort((one, other) => other.bits - one.bits);
}

function partPlace(comparison: Comparison, passage: Span, { first, last }: Cluster, other?: Cluster): Verdict | null {
  const { alignment } = comparison;
  const { image, moved } = alignment;
  const tokens = comparison.tokensIn(passage);
  const head = first === tokens.first ? (image[first] ?? 0) : headOf(comparison, tokens.first, first);
  const tail = last === tokens.end - 1 ? (image[last] ?? 0) + 1 : tailOf(comparison, last, tokens.end);
  const span = onEdges(comparison.to, comparison.spanTo(head, tail));
  if (span.start >= span.end) return null;
  const score = likeness(comparison, passage, span);
  // A passage whose other half is known to be elsewhere was torn apart, and only a person can say which half it means.
  const isTorn = other !== undefined && other.bits >= KNOWN_BITS;
  if (!isTorn && score >= SAME_SHARE && knownBits(alignment, first, last + 1) >= KNOWN_BITS)
    return { kind: "moved", ...span, score, why: moved[first] === 1 ? "relocated-and-changed" : "words-changed" };
  // Two rare words of it still stand side by side: that is no removal. Single ones meet by chance.
  if (score < LIKE_SHARE && unbrokenBits(alignment, first, last + 1) < KNOWN_BITS) return null;
  return { kind: "review", why: "much-changed", candidates: [{ ...span, score }] };
}

/** The token of `to` that a passage begins with whose first words, up to `paired`, have no partners. */
function headOf(comparison: Comparison, first: number, paired: number): number {
  const { image, origin } = comparison.alignment;
  const end = image[paired] ?? 0;
  const before = comparison.pairedBefore[first - 1] ?? -1;
  const reach = 3 * (paired - first) + PUT_IN;
  let begin = end;
  while (begin > 0 && origin[begin - 1] === -1 && end - begin < reach) begin--;
  if (begin === end) return end;
  const left = comparison.codesFrom(comparison.spanFrom(Math.max(before + 1, first - reach), first));
  const right = comparison.codesFrom(comparison.spanFrom(first, paired));
  return cutAt(comparison, begin, end, project(left, right, comparison.codesTo(comparison.spanTo(begin, end))));
}

/** The token of `to` behind the last of a passage whose last words, from behind `paired`, have no partners. */
function tailOf(comparison: Comparison, paired: number, end: number): number {
  const { from, to, image, origin } = comparison.alignment;
  const begin = (image[paired] ?? 0) + 1;
  const after = comparison.pairedAfter[end] ?? from.count;
  const reach = 3 * (end - paired) + PUT_IN;
  let last = begin;
  while (last < to.count && origin[last] === -1 && last - begin < reach) last++;
  if (begin === last) return begin;
  const left = comparison.codesFrom(comparison.spanFrom(paired + 1, end));
  const right = comparison.codesFrom(comparison.spanFrom(end, Math.min(after, end + reach)));
  return cutAt(comparison, begin, last, project(left, right, comparison.codesTo(comparison.spanTo(begin, last))));
}

/** The token boundary nearest to a cut after so many units of tokens [begin, end): words are not torn. */
function cutAt(comparison: Comparison, begin: number, end: number, cut: number): number {
  for (let token = begin; token < end; token++) {
    const before = comparison.codesTo(comparison.spanTo(begin, token)).length;
    const behind = comparison.codesTo(comparison.spanTo(begin, token + 1)).length;
    if (cut <= (before + behind) / 2) return token;
  }
  return end;
}

function likeness(comparison: Comparison, passage: Span, span: Span): number {
  const ours = comparison.codesFrom(passage);
  const theirs = comparison.codesTo(span);
  const longer = Math.max(ours.length, theirs.length);
  return longer === 0 ? 0 : 1 - distance(ours, theirs) / longer;
}

/** Units of new text between two neighbours that are compared with a passage letter by letter; in longer ones it is sought by the index. */
const LONGEST_GAP = 4000;

function betweenNeighbours(comparison: Comparison, passage: Span): Verdict | null {
  const { image, moved } = comparison.alignment;
  const { first, end } = comparison.tokensIn(passage);
  const { before, after } = comparison.neighbours(first, end);
  const why = (token: number) => (moved[token] === 1 ? "relocated-and-changed" : "words-changed");
  const gap = gapAround(comparison, first, end);
  if (gap && before !== null) return inGap(comparison, passage, gap, why(before));
  // The passage stands at the edge of a stretch that moved: beside either neighbour.
  const verdicts = [];
  if (before !== null)
    verdicts.push(
      inGap(comparison, passage, { ...freeAfter(comparison, image[before] ?? 0), before: before + 1, after: end }, why(before)),
    );
  if (after !== null)
    verdicts.push(inGap(comparison, passage, { ...freeBefore(comparison, image[after] ?? 0), before: first, after }, why(after)));
  return verdicts.find((verdict) => verdict?.kind === "moved") ?? verdicts.find((verdict) => verdict !== null) ?? null;
}

function freeAfter({ alignment: { to, origin } }: Comparison, partner: number): { begin: number; end: number } {
  let end = partner + 1;
  while (end < to.count && origin[end] === -1) end++;
  return { begin: partner + 1, end };
}

function freeBefore({ alignment: { origin } }: Comparison, partner: number): { begin: number; end: number } {
  let begin = partner;
  while (begin > 0 && origin[begin - 1] === -1) begin--;
  return { begin, end: partner };
}

function inGap(comparison: Comparison, passage: Span, gap: Gap, why: "words-changed" | "relocated-and-changed"): Verdict | null {
  const { first, end } = comparison.tokensIn(passage);
  if (gap.begin >= gap.end) return null;
  const theirs = comparison.codesTo(comparison.spanTo(gap.begin, gap.end));
  const quote = comparison.codesFrom(passage);
  const left = comparison.codesFrom(comparison.spanFrom(gap.before, first));
  const right = comparison.codesFrom(comparison.spanFrom(end, gap.after));
  if (theirs.length > LONGEST_GAP || left.length + quote.length + right.length > LONGEST_GAP) return null;
  const whole = similarity(joined(joined(left, quote), right), theirs);
  const seams = {
    begin: cutAt(comparison, gap.begin, gap.end, project(left, joined(quote, right), theirs)),
    end: cutAt(comparison, gap.begin, gap.end, project(joined(left, quote), right, theirs)),
  };
  if (whole < SAME_SHARE) {
    const verbatim = verbatimIn(comparison, passage, gap);
    if (verbatim) return verbatim;
  }
  const near = nearest(quote, theirs);
  const likest = { begin: tokenIn(comparison, gap, near.start), end: tokenIn(comparison, gap, Math.max(near.start, near.end - 1)) + 1 };
  const options = (whole < SAME_SHARE ? [seams, likest] : [seams])
    .filter(({ begin, end }) => begin < end)
    .map(({ begin, end }) => onEdges(comparison.to, comparison.spanTo(begin, end)))
    .filter(({ start, end }) => start < end)
    .map((span) => ({ ...span, score: likeness(comparison, passage, span) }))
    .sort((one, other) => other.score - one.score);
  const [best] = options;
  if (!best) return null;
  const errors = Math.round((1 - best.score) * quote.length);
  const evidence = agreement(quote.length, errors, comparison.bits) - Math.log2(theirs.length + 1);
  const isSame = best.score >= SAME_SHARE && evidence >= GAP_MARGIN_BITS;
  // Where the gap as a whole is only edited, the words beside the passage vouch for it.
  if (isSame || (whole >= SAME_SHARE && best.score >= LIKE_SHARE)) return { kind: "moved", ...best, why };
  const isReplaced = gap.before === first && gap.after === end && gap.end - gap.begin <= 2 * (end - first);
  if (isReplaced || whole >= SAME_SHARE || (best.score >= LIKE_SHARE && evidence > 0))
    return { kind: "review", why: "much-changed", candidates: [best] };
  return null;
}

/** The token of the gap that its unit stands for. */
function tokenIn(comparison: Comparison, { begin, end }: Gap, unit: number): number {
  for (let token = begin; token < end; token++) if (comparison.codesTo(comparison.spanTo(begin, token + 1)).length > unit) return token;
  return Math.max(begin, end - 1);
}

function joined(one: Uint16Array, other: Uint16Array): Uint16Array {
  const both = new Uint16Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
