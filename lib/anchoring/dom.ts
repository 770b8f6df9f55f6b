import type { Span } from "./span";

/**
 * The one file that knows Range and Node: the revision's text as the page shows it. Every block's text stands in an element with
 * `data-text data-start data-end` whose textContent is text.slice(start, end); blocks are one line break apart.
 */

const BLOCKS = "[data-text]";

/** Offsets of a block's text element. */
function spanOf(block: HTMLElement): Span {
  return { start: Number(block.dataset.start), end: Number(block.dataset.end) };
}

function blocksOf(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(BLOCKS)];
}

/** The index of the first block that ends at or after an offset: by halving, since a book has thousands. */
function firstReaching(blocks: readonly HTMLElement[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && spanOf(block).end >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The revision's text, read off the page, so that it need not be sent twice. */
export function textOf(root: Element): string {
  let text = "";
  for (const block of blocksOf(root)) {
    text = text.padEnd(spanOf(block).start, "\n") + block.textContent;
  }
  return text;
}

/** The text element that an offset lies in; an offset between two blocks belongs to the earlier one. */
export function blockAt(root: Element, offset: number): HTMLElement | null {
  const blocks = blocksOf(root);
  return blocks[firstReaching(blocks, offset)] ?? blocks.at(-1) ?? null;
}

/**
 * The part of a range that is article text. Ends that lie elsewhere (a paragraph's number, a list of claims, the gap between blocks)
 * move to the nearest text inside the range. Null when the range holds no text at all.
 */
export function spanOfRange(root: Element, range: Range): Span | null {
  const touched = blocksOf(root).filter((block) => range.intersectsNode(block));
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return null;
  const start = first.contains(range.startContainer) ? offsetIn(first, range.startContainer, range.startOffset) : spanOf(first).start;
  const end = last.contains(range.endContainer) ? offsetIn(last, range.endContainer, range.endOffset) : spanOf(last).end;
  return start < end ? { start, end } : null;
}

/** Marks nest and split text nodes as they like: what counts is how much text lies between the block's beginning and the point. */
function offsetIn(block: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return spanOf(block).start + before.toString().length;
}

/** One range for each block that the span touches, so that what stands between blocks is neither painted nor measured. */
export function rangesOf(root: Element, span: Span): Range[] {
  const ranges: Range[] = [];
  const blocks = blocksOf(root);
  for (let index = firstReaching(blocks, span.start); index < blocks.length; index++) {
    const block = blocks[index];
    if (!block) break;
    const { start, end } = spanOf(block);
    if (start > span.end) break;
    const from = Math.max(span.start, start);
    const to = Math.min(span.end, end);
    // A caret is an empty span, and still stands somewhere; of two blocks it could touch, the one it does not merely end.
    if (from > to || (from === to && span.start !== span.end)) continue;
    const range = document.createRange();
    const [startNode, startOffset] = pointIn(block, from - start, "after");
    const [endNode, endOffset] = pointIn(block, to - start, span.start === span.end ? "after" : "before");
    range.setStart(startNode, startOffset);
    range.setEnd(endNode, endOffset);
    ranges.push(range);
  }
  return ranges;
}

/** The text node and offset at a distance into a block. Where two text nodes meet, the end of the one before or the start of the one after. */
function pointIn(block: HTMLElement, distance: number, side: "before" | "after"): [Node, number] {
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let last: [Node, number] = [block, 0];
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    const within = distance - passed;
    if (side === "before" ? within <= length : within < length) return [node, within];
    last = [node, length];
    passed += length;
  }
  return last;
}

/** Where a span is on the screen: one rectangle for each line it runs over, in text order. */
export function rectsOf(root: Element, span: Span): DOMRect[] {
  return rangesOf(root, span).flatMap((range) => {
    const rects = [...range.getClientRects()];
    return span.start === span.end ? rects.slice(0, 1) : rects.filter((rect) => rect.width > 0);
  });
}
