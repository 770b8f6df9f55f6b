"use client";
import { useEffect, useEffectEvent } from "react";
import { isCrowded } from "@/lib/annotations/note-order";
import { blocksOf, noteAround } from "./page";
import type { Margin } from "./use-margin";
import type { Reader } from "./use-reader";
import type { Room } from "./use-room";

/** Notes are mounted so far above and below the window that they are there before they are seen. */
const AHEAD = "120% 0px";

/** In a crowded margin: follows the window, and holds the notes among which focus is. */
export function useMounting(reader: Reader | null, room: Room, margin: Margin): void {
  const crowded = isCrowded(room.annotations);
  const follow = useEffectEvent((blocks: ReadonlySet<number>) => {
    if (blocks.size > 0) margin.setWindow({ from: Math.min(...blocks), to: Math.max(...blocks) + 1 });
  });
  const holdFocus = useEffectEvent((target: EventTarget | null) => {
    const block = target instanceof Element ? noteAround(target)?.dataset.block : undefined;
    margin.hold(block === undefined ? null : Number(block));
  });

  useEffect(() => {
    if (!reader || !crowded) return;
    const near = new Set<number>();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          const index = target instanceof HTMLElement ? Number(target.dataset.block) : Number.NaN;
          if (isIntersecting) near.add(index);
          else near.delete(index);
        }
        follow(near);
      },
      { rootMargin: AHEAD },
    );
    for (const block of blocksOf(reader.root)) observer.observe(block);
    const { root } = reader;
    const listener = (event: FocusEvent) => holdFocus(event.target);
    root.addEventListener("focusin", listener);
    return () => {
      observer.disconnect();
      root.removeEventListener("focusin", listener);
    };
  }, [reader, crowded]);
}
