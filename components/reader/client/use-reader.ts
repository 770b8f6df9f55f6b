"use client";
import { type RefObject, useEffect, useState } from "react";
import { textOf } from "@/lib/anchoring/dom";

/** The article on the page: its root element, and the revision's text as it stands there, with its language (BCP 47). */
export type Reader = { root: HTMLElement; text: string; language: string };

/** Finds the article once the page is alive, and tells the styles that script looks after the margin now. */
export function useReader(layer: RefObject<HTMLElement | null>, revisionId: string): Reader | null {
  const [reader, setReader] = useState<Reader | null>(null);
  useEffect(() => {
    const root =
      layer.current?.closest<HTMLElement>("[data-reader]") ??
      document.querySelector<HTMLElement>(`[data-reader][data-revision="${CSS.escape(revisionId)}"]`);
    if (!root) return;
    root.dataset.enhanced = "";
    root.dataset.unsettled = "";
    setReader({ root, text: textOf(root), language: root.querySelector<HTMLElement>(".read__text")?.lang ?? "" });
    return () => {
      delete root.dataset.enhanced;
      delete root.dataset.unsettled;
      setReader(null);
    };
  }, [layer, revisionId]);
  return reader;
}
