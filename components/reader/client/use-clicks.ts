"use client";
import { useEffect, useEffectEvent } from "react";
import { markAround, noteAround } from "./page";
import type { Reader } from "./use-reader";

export type ClickHandlers = {
  onMark(mark: HTMLElement): void;
  onNote(annotationId: string, takesFocus?: boolean): void;
  onFold(block: string): void;
  onAct(act: string, annotationId: string): void;
  /** anywhere else in the article */
  onElsewhere(): void;
};

function hasModifier(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}

/** Clicks and taps in the server-rendered article, from one listener: its marks and notes carry data, not handlers. */
export function useClicks(reader: Reader | null, handlers: ClickHandlers): void {
  const click = useEffectEvent((event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    // What the reader's own layer shows handles itself; and whoever has just selected words did not mean to open anything.
    if (!target || target.closest("[data-reader-layer]")) return;
    const button = target.closest<HTMLElement>("[data-act]");
    if (button) return handlers.onAct(button.dataset.act ?? "", button.dataset.annotation ?? "");
    const fold = target.closest<HTMLElement>("[data-fold]")?.dataset.fold;
    if (fold !== undefined) return handlers.onFold(fold);
    // The address may be there already, and then nothing else would tell of the click.
    const link = target.closest("a")?.getAttribute("href");
    if (link?.startsWith("#note-") && !hasModifier(event)) handlers.onNote(link.slice("#note-".length), true);
    if (target.closest("a, summary, button") || !document.getSelection()?.isCollapsed) return;
    const mark = markAround(target);
    const noteFor = noteAround(target)?.dataset.noteFor;
    if (mark) handlers.onMark(mark);
    else if (noteFor) handlers.onNote(noteFor);
    else handlers.onElsewhere();
  });
  useEffect(() => {
    const root = reader?.root;
    const listener = (event: MouseEvent) => click(event);
    root?.addEventListener("click", listener);
    return () => root?.removeEventListener("click", listener);
  }, [reader]);
}
