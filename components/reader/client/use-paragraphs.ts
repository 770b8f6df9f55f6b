"use client";
import { useEffect } from "react";
import { blockAround, blocksOf, focusOn, noteAround, topOfText } from "./page";
import type { Reader } from "./use-reader";

/** The block that focus or the window is at. */
export function currentBlock(root: Element): HTMLElement | null {
  const focused = document.activeElement;
  const around = blockAround(focused);
  if (around) return around;
  const index = noteAround(focused)?.dataset.block;
  const blocks = blocksOf(root);
  if (index !== undefined) return blocks.find((block) => block.dataset.block === index) ?? null;
  const top = topOfText();
  return blocks.find((block) => block.getBoundingClientRect().bottom > top) ?? null;
}

/** Marks the paragraph that has focus, and gives [ and ] a way to the one before and after. */
export function useParagraphs(reader: Reader | null): (direction: 1 | -1) => void {
  useEffect(() => {
    if (!reader) return;
    const { root } = reader;
    let current: Element | null = null;
    const follow = (event: FocusEvent) => {
      const block = event.target instanceof Element ? blockAround(event.target) : null;
      if (!block || block === current) return;
      current?.classList.remove("is-current");
      block.classList.add("is-current");
      current = block;
    };
    root.addEventListener("focusin", follow);
    return () => {
      root.removeEventListener("focusin", follow);
      current?.classList.remove("is-current");
    };
  }, [reader]);

  return (direction) => {
    if (!reader) return;
    const blocks = blocksOf(reader.root);
    const current = currentBlock(reader.root);
    const at = current ? blocks.indexOf(current) : -1;
    // With focus nowhere yet, the first press goes to the paragraph that is being read.
    const isThere = current?.contains(document.activeElement) || noteAround(document.activeElement) !== null;
    const next = blocks[isThere ? at + direction : direction === 1 ? at : at - 1];
    focusOn(next ?? null, { preventScroll: true });
    next?.scrollIntoView({ block: "start" });
  };
}
