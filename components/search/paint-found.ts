import { stretchesOf } from "@/lib/search/highlight";

/** The name that the styles paint: ::highlight(hedgerow-found). */
const FOUND = "hedgerow-found";

/**
 * Highlights the words in what the address names, a block, a note or a comment; else in the whole reading view. A note that is not
 * mounted yet is waited for. Ends when the returned function is called.
 */
export function paintFound(words: readonly string[]): () => void {
  if (typeof Highlight === "undefined") return () => {};
  const name = decodeURIComponent(location.hash.slice(1));
  const paint = () => {
    const place = name === "" ? document.querySelector("[data-reader]") : document.getElementById(name);
    if (!place) return false;
    CSS.highlights.set(FOUND, new Highlight(...rangesOf(place.closest(".note") ?? place, words)));
    return true;
  };
  const observer = new MutationObserver(() => paint() && observer.disconnect());
  if (!paint()) observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    CSS.highlights.delete(FOUND);
  };
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
