import { betweenNeighbours } from "./between";
import type { Comparison } from "./comparison";
import { cutAt } from "./cuts";
import { onEdges } from "./edges";
import { LEAST_SHARE, LIKE_SHARE, SAME_SHARE } from "./evidence";
import { KNOWN_BITS, knownBits, unbrokenBits } from "./known";
import { project } from "./project";
import type { Span } from "./span";
import { gapAround, verbatimIn } from "./verbatim";
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
  const score = comparison.likeness(passage, span);
  // A passage whose other half is known to be elsewhere was torn apart, and only a person can say which half it means.
  const isTorn = other !== undefined && other.bits >= KNOWN_BITS;
  if (!isTorn && score >= SAME_SHARE && knownBits(alignment, first, last + 1) >= KNOWN_BITS)
    return { kind: "moved", ...span, score, why: moved[first] === 1 ? "relocated-and-changed" : "words-changed" };
  // Two rare words of it still stand side by side: that is no removal. Single ones meet by chance.
  if (score < LIKE_SHARE && (score < LEAST_SHARE || unbrokenBits(alignment, first, last + 1) < KNOWN_BITS)) return null;
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
