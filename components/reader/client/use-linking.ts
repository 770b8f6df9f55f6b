"use client";
import { useEffect, useEffectEvent } from "react";
import { keysOf, markAround, noteAround, noteOf } from "./page";
import { paint } from "./paint";
import type { Reader } from "./use-reader";
import type { Room } from "./use-room";

/** Pointer or focus on a passage or its note: both halves of the pair show it. One set of listeners for the whole article. */
export function useLinking(reader: Reader | null, room: Room): void {
  const link = useEffectEvent((from: HTMLElement | null): (() => void) => {
    const key = from?.dataset.noteFor;
    const annotation = key === undefined ? undefined : room.byKey(key);
    if (reader && annotation && from) {
      const unpaint = paint(reader.root, "linked", [annotation]);
      from.classList.add("is-linked");
      return () => {
        unpaint();
        from.classList.remove("is-linked");
      };
    }
    const notes = from ? keysOf(from).flatMap((other) => noteOf(other) ?? []) : [];
    for (const note of notes) note.classList.add("is-linked");
    return () => {
      for (const note of notes) note.classList.remove("is-linked");
    };
  });

  useEffect(() => {
    if (!reader) return;
    const { root } = reader;
    let source: Element | null = null;
    let unlink = () => {};

    const leave = () => {
      unlink();
      unlink = () => {};
      source = null;
    };
    const follow = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null;
      const from = markAround(target) ?? noteAround(target);
      if (from === source) return;
      leave();
      source = from;
      unlink = link(from);
    };

    const listening = new AbortController();
    const { signal } = listening;
    root.addEventListener("pointerover", follow, { signal });
    root.addEventListener("focusin", follow, { signal });
    root.addEventListener("pointerleave", leave, { signal });
    root.addEventListener("focusout", leave, { signal });
    return () => {
      listening.abort();
      leave();
    };
  }, [reader]);
}
