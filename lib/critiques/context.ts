/** Enough of a paragraph on each side to judge its passage by, in UTF-16 code units. */
const REACH = 320;

/** A passage within what stands around it in its paragraphs; cut at words, where there are any, with an ellipsis. */
export type PassageContext = { before: string; passage: string; after: string };

export function contextOf(
  text: string,
  blocks: readonly { start: number; end: number }[],
  { start, end }: { start: number; end: number },
): PassageContext {
  const first = blocks.find((block) => block.start <= start && start < block.end);
  const last = blocks.find((block) => block.start < end && end <= block.end);
  return {
    before: cutStart(text.slice(first?.start ?? start, start)),
    passage: text.slice(start, end),
    after: cutEnd(text.slice(end, last?.end ?? end)),
  };
}

function cutStart(before: string): string {
  if (before.length <= REACH) return before;
  const cut = before.slice(-REACH).replace(/^[\udc00-\udfff]/, "");
  return `…${cut.slice(cut.search(/\s/) + 1)}`;
}

function cutEnd(after: string): string {
  if (after.length <= REACH) return after;
  const cut = after.slice(0, REACH).replace(/[\ud800-\udbff]$/, "");
  const space = cut.search(/\s\S*$/);
  return `${space < 0 ? cut : cut.slice(0, space)}…`;
}
