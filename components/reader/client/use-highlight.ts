"use client";
import { useLayoutEffect } from "react";
import { rangesOf } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/anchoring/span";
import type { Reader } from "./use-reader";

/** The name that the styles paint: ::highlight(hedgerow-selection). */
const NAME = "hedgerow-selection";

/**
 * Shows which words are being tagged. The browser's own selection cannot: it is gone as soon as somebody types into the note. A custom
 * highlight touches no element, so neither the marks nor the layout change; where there are none, the paragraphs are marked instead.
 */
export function useHighlight(reader: Reader | null, span: Span | null, annotations: unknown): void {
  const start = span?.start;
  const end = span?.end;
  // biome-ignore lint/correctness/useExhaustiveDependencies: new marks (`annotations`) mean new text nodes, which ranges do not follow
  useLayoutEffect(() => {
    if (!reader || start === undefined || end === undefined || start === end) return;
    const ranges = rangesOf(reader.root, { start, end });
    if (typeof Highlight === "undefined") return markBlocks(ranges);
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return () => {
      CSS.highlights.delete(NAME);
    };
  }, [reader, start, end, annotations]);
}

function markBlocks(ranges: Range[]): () => void {
  const blocks = ranges.flatMap(({ startContainer }) => startContainer.parentElement?.closest("[data-text]") ?? []);
  for (const block of blocks) block.classList.add("is-selecting");
  return () => {
    for (const block of blocks) block.classList.remove("is-selecting");
  };
}
