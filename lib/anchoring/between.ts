import type { Comparison } from "./comparison";
import { cutAt, tokenIn } from "./cuts";
import { nearest, similarity } from "./distance";
import { onEdges } from "./edges";
import { agreement, LIKE_SHARE, SAME_SHARE } from "./evidence";
import { joined, project } from "./project";
import type { Span } from "./span";
import { GAP_MARGIN_BITS, type Gap, gapAround, verbatimIn } from "./verbatim";
import type { Verdict } from "./verdict";

/** Units of new text between two neighbours that are compared with a passage letter by letter; in longer ones it is sought by the index. */
const LONGEST_GAP = 1500;

/** The verdict on a passage none of whose words have partners, by what stands between its neighbours now. */
export function betweenNeighbours(comparison: Comparison, passage: Span): Verdict | null {
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
  while (end < to.count && origin[end] === -1 && end - partner < LONGEST_GAP) end++;
  return { begin: partner + 1, end };
}

function freeBefore({ alignment: { origin } }: Comparison, partner: number): { begin: number; end: number } {
  let begin = partner;
  while (begin > 0 && origin[begin - 1] === -1 && partner - begin < LONGEST_GAP) begin--;
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
    .map((span) => ({ ...span, score: comparison.likeness(passage, span) }))
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
