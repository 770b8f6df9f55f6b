import { listFormat, plural } from "../format";

/** Enough of a passage to know it again by. */
const QUOTE_LENGTH = 40;
/** So many are named; more would be a list, and the list is on the page. */
const MAX_NAMED = 3;

/** Some of the annotations were changed since the person saw them, and so none was touched. */
export function staleInWords(quotes: readonly string[]): string {
  const named = quotes.slice(0, MAX_NAMED).map((quote) => `“${shortened(quote)}”`);
  const rest = quotes.length - named.length;
  const all = rest > 0 ? [...named, plural(rest, { one: "other", other: "others" })] : named;
  const were = quotes.length === 1 ? "An annotation was" : `${quotes.length} annotations were`;
  return `${were} changed elsewhere since you saw the list: ${listFormat(all)}. Nothing was done; load the page again to see them as they are.`;
}

export function refusalInWords(refusal: "last-framework" | "too-many", quote: string): string {
  const which = `The one on “${shortened(quote)}”`;
  return refusal === "last-framework"
    ? `${which} carries no other framework, and an annotation needs one. Nothing was done; leave it out, or replace the framework instead.`
    : `${which} carries as many frameworks as it can. Nothing was done; leave it out.`;
}

/** It is part of a discussion now. */
export function answeredInWords(quote: string): string {
  return `Others have answered the note on “${shortened(quote)}”, or its author was asked to: so it stays, where they can see it. Nothing was done; you can change what it says, or withdraw a critique.`;
}

/** The beginning of a text on one line; cut at a word's end where there is one, and never within a character. */
export function shortened(text: string, length = QUOTE_LENGTH): string {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut.replace(/[\ud800-\udbff]$/, "")}…`;
}
