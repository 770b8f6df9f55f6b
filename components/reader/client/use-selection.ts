"use client";
import { useEffect, useEffectEvent } from "react";
import { spanOfRange } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/anchoring/span";
import { snapToWords, trim } from "@/lib/anchoring/words";
import { isField } from "../../annotations/is-field";
import type { Reader } from "./use-reader";

/** The handles of a touch screen, and Shift with the arrows, move a selection in steps: one that has rested this long is meant. */
const SETTLED_MS = 350;

/**
 * Calls back with the passage that a person has selected in the article with the browser's own means, or with null when they no longer
 * select anything. Words that it cuts are taken whole, unless that is switched off; characters always are. The native selection is only ever read: handles, copying and the system's own menu stay as they are.
 */
export function useSelection(reader: Reader | null, takesWholeWords: boolean, onSelect: (passage: Span | null) => void): void {
  const report = useEffectEvent((last: Span | null): Span | null => {
    if (!reader) return null;
    const passage = selectedPassage(reader, takesWholeWords);
    if (passage?.start !== last?.start || passage?.end !== last?.end) onSelect(passage);
    return passage;
  });

  useEffect(() => {
    if (!reader) return;
    const { root } = reader;
    let last: Span | null = null;
    let isPressed = false;
    let settling: ReturnType<typeof setTimeout> | undefined;

    const lookIn = (milliseconds: number) => {
      clearTimeout(settling);
      settling = setTimeout(() => {
        if (!isPressed) last = report(last);
      }, milliseconds);
    };
    const press = (event: PointerEvent) => {
      isPressed = true;
      // While words are being selected, the margin and the numbers are no text: a drag past the end of a line must not take the notes along.
      if (event.target instanceof Element && event.target.closest("[data-text]")) root.dataset.selecting = "";
    };
    const release = () => {
      if (!isPressed) return;
      isPressed = false;
      delete root.dataset.selecting;
      // A click into a selection collapses it only after the button is up.
      lookIn(0);
    };
    const change = () => {
      if (!isField(document.activeElement)) lookIn(SETTLED_MS);
    };

    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("pointerdown", press, { signal });
    document.addEventListener("pointerup", release, { signal });
    document.addEventListener("pointercancel", release, { signal });
    document.addEventListener("selectionchange", change, { signal });
    return () => {
      listening.abort();
      clearTimeout(settling);
      delete root.dataset.selecting;
    };
  }, [reader]);
}

/** At least one end lies in the text column: selecting the whole page, or words of a note, selects no passage. */
function selectedPassage({ root, text, language }: Reader, takesWholeWords: boolean): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const column = root.querySelector(".read__text");
  if (!column?.contains(selection.anchorNode) && !column?.contains(selection.focusNode)) return null;
  const span = spanOfRange(root, selection.getRangeAt(0));
  const passage = span && trim(text, span);
  return passage && takesWholeWords ? snapToWords(text, passage, language) : passage;
}
