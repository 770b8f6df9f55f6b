import type { DraftBlock } from "../../lib/articles/schema";
import type { SeedBlock } from "./seed-data";

/** A seed block's text with its *emphasis* taken out of the text and put beside it. */
export function draftBlockOf({ text, ...block }: SeedBlock): DraftBlock {
  const formats: DraftBlock["formats"] = [];
  let plain = "";
  for (const [index, part] of text.split("*").entries()) {
    if (index % 2 === 1) formats.push({ kind: "emphasis", start: plain.length, end: plain.length + part.length });
    plain += part;
  }
  return { ...block, text: plain, formats };
}

/** Where a quote stands in the numbered paragraph, as offsets into the revision's text. @throws when it is not there exactly once */
export function placeQuote(
  text: string,
  blocks: readonly { number: number | null; start: number; end: number }[],
  paragraph: number,
  quote: string,
): { start: number; end: number } {
  const block = blocks.find((candidate) => candidate.number === paragraph);
  if (!block) throw new RangeError(`there is no paragraph ${paragraph}`);
  const within = text.slice(block.start, block.end);
  const at = within.indexOf(quote);
  if (at === -1 || within.indexOf(quote, at + 1) !== -1)
    throw new RangeError(`paragraph ${paragraph} does not have “${quote}” exactly once`);
  return { start: block.start + at, end: block.start + at + quote.length };
}
