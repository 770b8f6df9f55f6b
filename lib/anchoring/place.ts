import { classOfUnit, WORD } from "./characters";
import { distance, distances } from "./distance";
import { onEdges } from "./edges";
import { agreement, CONTEXT_SHARE, EDIT_BITS, LIKE_SHARE, MARGIN_BITS, RIVAL_BITS, SAME_SHARE } from "./evidence";
import { foldText, unitsIn } from "./folded";
import type { TextQuoteSelector } from "./match";
import { joined, project } from "./project";
import type { Span } from "./span";
import { nearPlaces, type TextIndex } from "./text-index";
import type { Verdict } from "./verdict";

/** A place and what speaks for it. `span` is in units of the folded text; scores are shares, 1 being the same; evidence is in bits. */
type Place = { span: Span; score: number; context: number; weakerSide: number; quoteBits: number; bits: number };

/**
 * Where a text says what a selector quotes, edited or not: for quotes that come without the text that they were made in, and for passages
 * that the comparison of two texts cannot place. Candidates are found by the index, by the quote and by the quote with its context, and
 * are judged by both.
 * @param hint a start offset known from elsewhere; it settles which of several equal places is meant, and nothing else
 */
export function place(index: TextIndex, selector: TextQuoteSelector, hint?: number): Verdict {
  const places = placesOf(index, selector);
  const [best] = places;
  const candidates = places.slice(0, CANDIDATES).map(({ span, score }) => ({ ...spanOf(index, span), score }));
  if (!best || best.score < LIKE_SHARE) return { kind: "lost", why: "not-found" };
  const need = Math.log2(index.size + 1) + MARGIN_BITS;
  const rivals = places.filter(({ bits }) => bits > best.bits - RIVAL_BITS);
  const meant = rivals.length === 1 ? best : rivals.find(({ span }) => spanOf(index, span).start === hint);
  if (!meant) return { kind: "review", why: "several-places", candidates: candidates.slice(0, rivals.length) };
  const at = spanOf(index, meant.span);
  if (meant.score === 1) {
    // Few words that stand in a phrase said twice have the one side's context in both places.
    const context = meant.quoteBits >= need ? meant.context : meant.weakerSide;
    if (context >= CONTEXT_SHARE) return { kind: "exact", ...at };
    return meant.quoteBits >= need
      ? { kind: "moved", ...at, score: 1, why: "context-changed" }
      : { kind: "review", why: "context-lost", candidates };
  }
  if (meant.score >= SAME_SHARE && meant.quoteBits >= EDIT_BITS && meant.bits >= need)
    return { kind: "moved", ...at, score: meant.score, why: "words-changed" };
  return meant.bits > 0 ? { kind: "review", why: "much-changed", candidates } : { kind: "lost", why: "not-found" };
}

/** What a person is asked to look through. */
const CANDIDATES = 5;

function spanOf({ text, folded }: TextIndex, { start, end }: Span): Span {
  return onEdges(text, { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 });
}

/** What stands farther away than this says nothing that the nearer does not. Selectors from elsewhere may bring a whole page. */
const LONGEST_CONTEXT = 256;

/** Every place found, the one with most evidence first. */
function placesOf(index: TextIndex, { quote, prefix, suffix }: TextQuoteSelector): Place[] {
  // Folded as one: the space between the quote and what stands beside it is part of neither alone.
  const before = prefix.slice(-LONGEST_CONTEXT);
  const whole = foldText(before + quote + suffix.slice(0, LONGEST_CONTEXT));
  const { start, end } = unitsIn(whole, { start: before.length, end: before.length + quote.length });
  const parts = { before: whole.codes.subarray(0, start), quote: whole.codes.subarray(start, end), after: whole.codes.subarray(end) };
  if (parts.quote.length === 0) return [];
  const spans: Span[] = [...nearPlaces(index, parts.quote)];
  if (parts.before.length + parts.after.length > 0) {
    for (const { start, end } of nearPlaces(index, whole.codes)) {
      const window = index.folded.codes.subarray(start, end);
      const from = start + project(parts.before, joined(parts.quote, parts.after), window);
      const to = start + project(joined(parts.before, parts.quote), parts.after, window);
      if (from < to) spans.push({ start: from, end: to });
    }
  }
  const judged = spans
    .map((span) => wholeWords(index, parts.quote, span))
    .filter(({ start, end }) => start < end)
    .map((span) => judge(index, parts, span))
    .sort((one, other) => other.bits - one.bits);
  // The two ways may cut one place differently; the better cut stays.
  return judged.filter(
    ({ span }, at) => !judged.slice(0, at).some((better) => better.span.start < span.end && span.start < better.span.end),
  );
}

const BLANK = 0x20;

/**
 * An edited quote’s place, to whole words: widened where it ends within one, since the letters beyond are part of the edit, and without
 * white space at its ends.
 */
function wholeWords({ folded: { codes } }: TextIndex, quote: Uint16Array, { start, end }: Span): Span {
  if (end - start === quote.length && quote.every((code, i) => code === codes[start + i])) return { start, end };
  let [first, last] = [start, end];
  while (first < last && codes[first] === BLANK && quote[0] !== BLANK) first++;
  while (first < last && codes[last - 1] === BLANK && quote.at(-1) !== BLANK) last--;
  const most = Math.max(2, quote.length >> 2);
  const [left, right] = [first, last];
  while (isWithinWord(codes, first) && left - first <= most) first--;
  while (isWithinWord(codes, last) && last - right <= most) last++;
  return { start: left - first <= most ? first : left, end: last - right <= most ? last : right };
}

function isWithinWord(codes: Uint16Array, at: number): boolean {
  return at > 0 && at < codes.length && classOfUnit(codes[at - 1] ?? 0) === WORD && classOfUnit(codes[at] ?? 0) === WORD;
}

/** How many ends of a place are within a word where the quote’s were not: “the” is not what “neither” says. */
function torn(codes: Uint16Array, { before, quote, after }: Parts, { start, end }: Span): number {
  const whole = joined(joined(before, quote), after);
  const starts = isWithinWord(codes, start) && !isWithinWord(whole, before.length);
  const ends = isWithinWord(codes, end) && !isWithinWord(whole, before.length + quote.length);
  return Number(starts) + Number(ends);
}

type Parts = { before: Uint16Array; quote: Uint16Array; after: Uint16Array };

function judge({ folded: { codes }, bits }: TextIndex, { before, quote, after }: Parts, span: Span): Place {
  const errors = distance(quote, codes.subarray(span.start, span.end)) + torn(codes, { before, quote, after }, span);
  const longer = Math.max(quote.length, span.end - span.start);
  const left = beside(before.slice().reverse(), codes.slice(Math.max(0, span.start - 2 * before.length), span.start).reverse());
  const right = beside(after, codes.subarray(span.end, span.end + 2 * after.length));
  const length = before.length + after.length;
  const side = (edits: number, { length }: Uint16Array) => (length === 0 ? 1 : 1 - edits / length);
  const quoteBits = agreement(quote.length, errors, bits);
  return {
    ...{ span, quoteBits, score: Math.max(0, 1 - errors / longer), context: length === 0 ? 1 : 1 - (left + right) / length },
    weakerSide: Math.min(side(left, before), side(right, after)),
    bits: quoteBits + agreement(before.length, left, bits) + agreement(after.length, right, bits),
  };
}

/** Edits between a context and the nearest stretch that begins where the quote ends. */
function beside(context: Uint16Array, text: Uint16Array): number {
  return distances(context, text, false).reduce((least, errors) => Math.min(least, errors), context.length);
}
