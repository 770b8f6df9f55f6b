"use client";
import { useEffect } from "react";
import { firstMarkOf, markAround, noteAround, passagesOf, topOfText } from "./page";
import type { Reader } from "./use-reader";

/**
 * The passages of the article are one stop in the tab order; J and K go from one to the next. `annotations` changes when the
 * server has drawn the marks anew.
 */
export function useRoving(reader: Reader | null, annotations: unknown, say: (text: string) => void): (direction: 1 | -1) => void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `annotations` stands for the marks, which are read off the page
  useEffect(() => {
    if (!reader) return;
    const { root } = reader;
    const focused = document.activeElement?.matches("[data-first]") ? markAround(document.activeElement) : null;
    makeTheStop(
      root,
      focused ?? root.querySelector<HTMLElement>('[data-first][tabindex="0"]') ?? root.querySelector<HTMLElement>("[data-first]"),
    );
    const follow = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && event.target.dataset.first) makeTheStop(root, event.target);
    };
    root.addEventListener("focusin", follow);
    return () => root.removeEventListener("focusin", follow);
  }, [reader, annotations]);

  return (direction) => {
    if (!reader) return;
    const passages = passagesOf(reader.root);
    const next = passages[nextIndex(reader.root, passages, direction)];
    if (next) next.focus();
    else
      say(
        passages.length === 0 ? "Nothing is tagged here yet" : direction === 1 ? "That was the last passage" : "That was the first passage",
      );
  };
}

function makeTheStop(root: Element, stop: HTMLElement | null): void {
  for (const mark of root.querySelectorAll<HTMLElement>('[data-first][tabindex="0"]')) if (mark !== stop) mark.tabIndex = -1;
  if (stop) stop.tabIndex = 0;
}

/** From the passage with focus (or whose note has it); otherwise from what can be seen. */
function nextIndex(root: Element, passages: HTMLElement[], direction: 1 | -1): number {
  const focused = document.activeElement;
  const noteFor = noteAround(focused)?.dataset.noteFor;
  const from = noteFor ? firstMarkOf(root, noteFor) : markAround(focused);
  const at = from ? passages.indexOf(from) : -1;
  if (at >= 0) return at + direction;
  const top = topOfText();
  const inSight = passages.findIndex((mark) => mark.getBoundingClientRect().bottom > top);
  if (direction === 1) return inSight === -1 ? passages.length : inSight;
  return inSight === -1 ? passages.length - 1 : inSight - 1;
}
