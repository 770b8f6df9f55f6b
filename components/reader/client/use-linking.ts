"use client";
import { useEffect } from "react";
import { annotationIdsOf, markAround, marksOf, noteAround, noteOf } from "./page";
import type { Reader } from "./use-reader";

/** Pointer or focus on a passage or its note: both halves of the pair show it. One set of listeners for the whole article. */
export function useLinking(reader: Reader | null): void {
  useEffect(() => {
    if (!reader) return;
    const { root } = reader;
    let source: Element | null = null;
    let linked: Element[] = [];

    const link = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null;
      const from = markAround(target) ?? noteAround(target);
      if (from === source) return;
      unlink();
      source = from;
      linked = pairOf(root, from);
      for (const element of linked) element.classList.add("is-linked");
    };
    const unlink = () => {
      for (const element of linked) element.classList.remove("is-linked");
      linked = [];
      source = null;
    };

    const listening = new AbortController();
    const { signal } = listening;
    root.addEventListener("pointerover", link, { signal });
    root.addEventListener("focusin", link, { signal });
    root.addEventListener("pointerleave", unlink, { signal });
    root.addEventListener("focusout", unlink, { signal });
    return () => {
      listening.abort();
      unlink();
    };
  }, [reader]);
}

function pairOf(root: Element, from: HTMLElement | null): Element[] {
  const noteFor = from?.dataset.noteFor;
  if (noteFor) return [...marksOf(root, noteFor), from];
  if (!from) return [];
  return annotationIdsOf(from).flatMap((id) => noteOf(root, id) ?? []);
}
