import { stretchesOf } from "@/lib/search/highlight";

/** The name that the styles paint: ::highlight(hedgerow-found). */
const FOUND = "hedgerow-found";

/** Highlights the words in the element that the address names: a block, a note or a comment; else in the whole reading view. */
export function paintFound(words: readonly string[]): void {
  if (typeof Highlight === "undefined") return;
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1))) ?? document.querySelector("[data-reader]");
  CSS.highlights.set(FOUND, new Highlight(...(place ? rangesOf(place, words) : [])));
}

/** Takes the highlights away again. */
export function clearFound(): void {
  CSS.highlights?.delete(FOUND);
}

function rangesOf(place: Element, words: readonly string[]): Range[] {
  const nodes: { node: Node; start: number }[] = [];
  let text = "";
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, start: text.length });
    text += node.nodeValue ?? "";
  }
  const pointAt = (offset: number) => {
    const found = nodes.findLast(({ start }) => start <= offset);
    return found && { node: found.node, within: offset - found.start };
  };
  return stretchesOf(text, words, words).flatMap(([start, end]) => {
    const from = pointAt(start);
    const last = pointAt(end - 1);
    if (!from || !last) return [];
    const range = document.createRange();
    range.setStart(from.node, from.within);
    range.setEnd(last.node, last.within + 1);
    return range;
  });
}
