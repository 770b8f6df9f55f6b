import { type BlockKind, type DraftBlock, type FormatRange, MAX_BLOCK_LENGTH } from "./schema";

/** A block of a draft while a person corrects it. `key` stays with it whatever happens around it; an index would not. */
export type EditedBlock = { key: number; block: DraftBlock };

/** Scripts that are written without spaces between words: joining their lines with one would put a hole in a sentence. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** The number a reader will cite for each block (¶ 7), or null: headings bear none. */
export function blockNumbers(blocks: readonly EditedBlock[]): (number | null)[] {
  let count = 0;
  return blocks.map(({ block }) => {
    if (block.kind === "heading") return null;
    count += 1;
    return count;
  });
}

/** The block as another kind; a heading and a list item need a level, nothing else has one. */
export function withKind(block: DraftBlock, kind: BlockKind, level?: number): DraftBlock {
  const { text, formats } = block;
  if (kind === "heading") return { kind, level: Math.min(4, Math.max(2, level ?? 2)), text, formats };
  if (kind === "listItem") return { kind, level: Math.min(6, Math.max(1, level ?? 1)), text, formats };
  return { kind, text, formats };
}

/** True between the halves of a surrogate pair, where no range may begin or end. */
function splitsPair(text: string, offset: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset));
}

function commonPrefix(before: string, after: string): number {
  const limit = Math.min(before.length, after.length);
  let length = 0;
  while (length < limit && before[length] === after[length]) length += 1;
  return splitsPair(before, length) || splitsPair(after, length) ? length - 1 : length;
}

function commonSuffix(before: string, after: string, limit: number): number {
  let length = 0;
  while (length < limit && before[before.length - 1 - length] === after[after.length - 1 - length]) length += 1;
  return splitsPair(before, before.length - length) || splitsPair(after, after.length - length) ? length - 1 : length;
}

/**
 * The block with other words. Formatting outside the words that changed stays where it is, formatting around them
 * stretches with them, and what lay wholly inside them is lost: there is no telling what it should cover now.
 */
export function withText(block: DraftBlock, text: string): { block: DraftBlock; lost: number } {
  const prefix = commonPrefix(block.text, text);
  const suffix = commonSuffix(block.text, text, Math.min(block.text.length, text.length) - prefix);
  const shift = text.length - block.text.length;
  const changedTo = block.text.length - suffix;
  const formats = block.formats.flatMap((range): FormatRange[] => {
    if (range.end <= prefix) return [range];
    if (range.start >= changedTo) return [{ ...range, start: range.start + shift, end: range.end + shift }];
    // where a range reaches past the change on one side only, its untouched part stays
    const start = range.start < prefix ? range.start : changedTo + shift;
    const end = range.end > changedTo ? range.end + shift : prefix;
    return end > start ? [{ ...range, start, end }] : [];
  });
  return { block: { ...block, text, formats }, lost: block.formats.length - formats.length };
}

/** The parts of `formats` inside [start, end), counted from `start`. */
function clip(formats: readonly FormatRange[], start: number, end: number): FormatRange[] {
  return formats.flatMap((range) => {
    const from = Math.max(range.start, start) - start;
    const to = Math.min(range.end, end) - start;
    return to > from ? [{ ...range, start: from, end: to }] : [];
  });
}

/** One block for each stretch of text between blank lines; white space at the cuts is dropped. */
export function splitAtBlankLines(block: DraftBlock): DraftBlock[] {
  const parts: DraftBlock[] = [];
  let from = 0;
  for (const cut of [...block.text.matchAll(/\n\s*\n/g), null]) {
    const raw = block.text.slice(from, cut?.index ?? block.text.length);
    const start = from + raw.length - raw.trimStart().length;
    const text = raw.trim();
    if (text !== "") parts.push({ ...block, text, formats: clip(block.formats, start, start + text.length) });
    if (cut) from = cut.index + cut[0].length;
  }
  return parts;
}

/** Two neighbours as one block of the first one's kind, or null where the result would be longer than a block may be. */
export function joined(first: DraftBlock, second: DraftBlock): DraftBlock | null {
  const head = first.text.trimEnd();
  const tail = second.text.trimStart();
  const gap = unspaced.test(head.slice(-1)) || unspaced.test(tail.charAt(0)) ? "" : " ";
  const text = head + gap + tail;
  if (text.length > MAX_BLOCK_LENGTH) return null;
  const cutFromTail = second.text.length - tail.length;
  const at = head.length + gap.length;
  const moved = clip(second.formats, cutFromTail, second.text.length).map((range) => ({
    ...range,
    start: range.start + at,
    end: range.end + at,
  }));
  return { ...first, text, formats: [...clip(first.formats, 0, head.length), ...moved] };
}
