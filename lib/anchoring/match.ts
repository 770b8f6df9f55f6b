import type { Span } from "./span";

/** A W3C TextQuoteSelector: the words themselves, and what stands before and after them. https://www.w3.org/TR/annotation-model/#text-quote-selector */
export type TextQuoteSelector = { quote: string; prefix: string; suffix: string };

export type Match =
  | { kind: "exact"; start: number; end: number }
  /** the words stand there more than once with this context; in text order */
  | { kind: "ambiguous"; candidates: Span[] }
  | { kind: "lost"; reason: "quote-not-found" | "context-differs" };

/** More candidates than a person would look through say no more than this many. */
const MAX_CANDIDATES = 100;

/**
 * Where a text says what a selector quotes, word for word with its context. `hint`, a start offset known from elsewhere, settles which of
 * several equal places is meant, and nothing else: it never makes a place match that does not.
 */
export function match(text: string, selector: TextQuoteSelector, hint?: number): Match {
  const { quote, prefix, suffix } = selector;
  if (quote === "") return { kind: "lost", reason: "quote-not-found" };
  const candidates: Span[] = [];
  for (const at of occurrences(text, prefix + quote + suffix)) {
    const start = at + prefix.length;
    if (start === hint) return { kind: "exact", start, end: start + quote.length };
    if (candidates.length < MAX_CANDIDATES) candidates.push({ start, end: start + quote.length });
    // Without a hint the answer can no longer change, only grow.
    else if (hint === undefined) break;
  }
  const [only, another] = candidates;
  if (another) return { kind: "ambiguous", candidates };
  if (only) return { kind: "exact", ...only };
  return { kind: "lost", reason: text.includes(quote) ? "context-differs" : "quote-not-found" };
}

/** Every place, overlapping ones too: in “ha ha ha” the words “ha ha” stand twice. */
function* occurrences(text: string, needle: string): Generator<number> {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) yield at;
}
