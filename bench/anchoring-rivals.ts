import { type Chunk, type Chunker, textQuoteSelectorMatcher, type TextQuoteSelector as W3CSelector } from "@apache-annotator/selector";
import approximately from "approx-string-match";
import type { TextQuoteSelector } from "../lib/anchoring/match";
import type { Span } from "../lib/anchoring/span";
import type { Verdict } from "../lib/anchoring/verdict";

/**
 * Other ways to find a passage again, each as it is used where it comes from. Neither knows the text that the passage was made in, and
 * neither says that it is not sure.
 */
export type Finder = (text: string, selector: TextQuoteSelector, hint: number) => Promise<Span | null>;

export const verdictOf = (span: Span | null): Verdict => (span ? { kind: "exact", ...span } : { kind: "lost", why: "not-found" });

type Likely = { start: number; end: number; errors: number };

/** Every verbatim place; only when there is none, the places that need the fewest edits. */
function search(text: string, quote: string, mostErrors: number): Likely[] {
  const verbatim: Likely[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1))
    verbatim.push({ start: at, end: at + quote.length, errors: 0 });
  return verbatim.length > 0 ? verbatim : approximately(text, quote, mostErrors);
}

function likeness(text: string, context: string): number {
  if (text === "" || context === "") return 0;
  return 1 - (search(text, context, context.length)[0]?.errors ?? context.length) / context.length;
}

/**
 * As the Hypothesis client anchors a quote (src/annotator/anchoring/match-quote.ts): up to half of the quote may be edited (256 at most),
 * the places that need the fewest edits are weighed (quote 50, each context 20, nearness to where it was 2), and the best is taken,
 * however good it is.
 */
export const asHypothesis: Finder = async (text, { quote, prefix, suffix }, hint) => {
  let best: (Span & { score: number }) | null = null;
  for (const { start, end, errors } of search(text, quote, Math.min(256, quote.length / 2))) {
    const before = prefix === "" ? 1 : likeness(text.slice(Math.max(0, start - prefix.length), start), prefix);
    const after = suffix === "" ? 1 : likeness(text.slice(end, end + suffix.length), suffix);
    const near = 1 - Math.abs(start - hint) / text.length;
    const score = 50 * (1 - errors / quote.length) + 20 * before + 20 * after + 2 * near;
    if (!best || score > best.score) best = { start, end, score };
  }
  return best;
};

type Whole = Chunk<string>;

/** One text as a single chunk: what @apache-annotator/dom makes of a page with one text node. */
class OneChunk implements Chunker<Whole> {
  readonly currentChunk: Whole;
  constructor(text: string) {
    this.currentChunk = { data: text, equals: (other) => other.data === text };
  }
  nextChunk = () => null;
  previousChunk = () => null;
  precedesCurrentChunk = () => false;
}

/** As Apache Annotator matches a text quote: quote and context word for word. Its first match is what its callers show. */
export const asApacheAnnotator: Finder = async (text, { quote, prefix, suffix }) => {
  const selector: W3CSelector = { type: "TextQuoteSelector", exact: quote, prefix, suffix };
  for await (const found of textQuoteSelectorMatcher(selector)(new OneChunk(text))) return { start: found.startIndex, end: found.endIndex };
  return null;
};
