import { match, type TextQuoteSelector } from "./match";
import type { Span } from "./span";
import { snap } from "./words";

/** What the annotators we interchange with keep, and enough to find a phrase again after small edits nearby. */
export const CONTEXT_LENGTH = 32;

/**
 * The selector of a passage. It proves itself: the context grows until matching it in the same text gives the same offsets back, so a
 * phrase that stands there ten times is still found at the right place without a hint. The context never ends in half a character.
 */
export function describe(text: string, { start, end }: Span): TextQuoteSelector {
  if (!(start >= 0 && start < end && end <= text.length))
    throw new RangeError(`[${start}, ${end}) is not in a text of ${text.length} units`);
  for (let length = CONTEXT_LENGTH; ; length *= 2) {
    const around = snap(text, { start: Math.max(0, start - length), end: Math.min(text.length, end + length) });
    const selector = { quote: text.slice(start, end), prefix: text.slice(around.start, start), suffix: text.slice(end, around.end) };
    const found = match(text, selector);
    // With the whole text as its context there is one place left, so the loop ends.
    if (found.kind === "exact" && found.start === start) return selector;
  }
}
