import { rangesOf } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/anchoring/span";

/** What is shown on words for a while: the styles paint ::highlight(hedgerow-…), or [data-painted~=…] where there are no custom highlights. */
export type Paint = "linked" | "selection" | "open";

/**
 * Paints spans of the article until the returned function is called. A custom highlight touches no element, so neither the marks nor the
 * layout change; where there are none (https://www.w3.org/TR/css-highlight-api-1/), the marks or paragraphs around the words are painted.
 * @param colour the value of a custom property of the same name as the paint, on the paragraphs
 */
export function paint(root: HTMLElement, name: Paint, spans: readonly Span[], colour?: string): () => void {
  const ranges = spans.flatMap((span) => rangesOf(root, span));
  if (ranges.length === 0) return () => {};
  if (typeof Highlight === "undefined") return paintElements(name, ranges);
  const blocks = colour === undefined ? [] : ranges.flatMap((range) => blockAround(range) ?? []);
  for (const block of blocks) block.style.setProperty(`--${name}`, colour ?? null);
  const registered = `hedgerow-${name}`;
  const highlight = new Highlight(...ranges);
  CSS.highlights.set(registered, highlight);
  return () => {
    // A later one of the same name has taken its place: that one stays.
    if (CSS.highlights.get(registered) !== highlight) return;
    CSS.highlights.delete(registered);
    for (const block of blocks) block.style.removeProperty(`--${name}`);
  };
}

function paintElements(name: Paint, ranges: readonly Range[]): () => void {
  const elements = new Set(ranges.flatMap((range) => elementsIn(range)));
  for (const element of elements) element.dataset.painted = name;
  return () => {
    for (const element of elements) delete element.dataset.painted;
  };
}

function blockAround({ startContainer }: Range): HTMLElement | null {
  const element = startContainer instanceof HTMLElement ? startContainer : startContainer.parentElement;
  return element?.closest<HTMLElement>("[data-text]") ?? null;
}

/** The marks that a range lies over; its block's text where there are none. */
function elementsIn(range: Range): HTMLElement[] {
  const block = blockAround(range);
  if (!block) return [];
  const marks = [...block.querySelectorAll<HTMLElement>("mark")].filter((mark) => range.intersectsNode(mark));
  return marks.length > 0 ? marks : [block];
}
