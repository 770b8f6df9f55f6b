"use client";
import { type CSSProperties, type RefCallback, type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { rectsOf } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/anchoring/span";
import { topOfText, uncover } from "./page";
import type { Reader } from "./use-reader";

/** Pixels between the passage and what is about it. */
const GAP = 10;

/**
 * Where a popover about a span goes, as the custom properties that the styles read: under its last line, or above its first one where
 * only there it can be seen. On the page, not the window, so that it scrolls with its passage without script. One that is to be worked
 * in (`comesIntoView`) brings itself into the window where neither side has room.
 */
export function usePlace(
  reader: Reader | null,
  span: Span | null,
  layer: RefObject<HTMLElement | null>,
  comesIntoView: boolean,
): { style: CSSProperties; ref: RefCallback<HTMLElement> } {
  const [style, setStyle] = useState<CSSProperties>({});
  // A state, not a ref: a composer that is still being fetched arrives later than its place, and is as tall as it is.
  const [popover, ref] = useState<HTMLElement | null>(null);
  const start = span?.start;
  const end = span?.end;
  useLayoutEffect(() => {
    if (!reader || !popover || start === undefined || end === undefined) return;
    const place = () => setStyle(placeFor(reader, { start, end }, layer.current, popover));
    if (comesIntoView) showFirstLine(reader, { start, end });
    place();
    const listening = new AbortController();
    addEventListener("resize", place, { signal: listening.signal });
    // the on-screen keyboard lifts sheets
    visualViewport?.addEventListener("resize", place, { signal: listening.signal });
    return () => listening.abort();
  }, [comesIntoView, reader, start, end, layer, popover]);
  useEffect(() => {
    if (!reader || !popover || start === undefined || end === undefined || style["--py"] === undefined) return;
    const show = () => {
      // On a phone it is a sheet, which is always in the window: there the words must come out from behind it.
      const isSheet = getComputedStyle(popover).position === "fixed";
      if (isSheet) uncover(rectsOf(reader.root, { start, end }).at(-1), popover.getBoundingClientRect());
      else if (comesIntoView) popover.scrollIntoView({ block: "nearest" });
    };
    // At once, and again with each framework that is chosen: a line more must not push the save button out of the window.
    const growing = new ResizeObserver(show);
    growing.observe(popover);
    return () => growing.disconnect();
  }, [comesIntoView, reader, start, end, popover, style]);
  return { style, ref };
}

/** Brings words that are out of sight to the upper part of the window: who writes about them wants to see them. */
function showFirstLine({ root }: Reader, span: Span): void {
  const first = rectsOf(root, span)[0];
  if (!first || (first.top >= topOfText() && first.bottom <= innerHeight)) return;
  scrollBy({ top: first.top - topOfText() - innerHeight / 5, behavior: "instant" });
}

function placeFor({ root }: Reader, span: Span, layer: HTMLElement | null, popover: HTMLElement): CSSProperties {
  const rects = rectsOf(root, span);
  const first = rects[0];
  const last = rects.at(-1);
  const column = root.querySelector("[data-text]")?.getBoundingClientRect();
  if (!first || !last || !column || !layer) return {};
  const origin = layer.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const fitsBelow = last.bottom + GAP + height <= innerHeight;
  const isAbove = !fitsBelow && first.top - GAP - height >= topOfText();
  const left = Math.max(column.left, Math.min(last.left, column.right - width));
  return {
    "--px": `${Math.round(left - origin.left)}px`,
    "--py": `${Math.round((isAbove ? first.top - GAP : last.bottom + GAP) - origin.top)}px`,
    "--up": isAbove ? "-100%" : "0",
  };
}

/** How much of the window's foot the on-screen keyboard covers: sheets stand on it. */
export function useKeyboardInset(layer: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const viewport = window.visualViewport;
    const style = layer.current?.style;
    if (!viewport || !style) return;
    const measure = () => {
      // Zooming in by pinching also shrinks the visual viewport; that is not a keyboard.
      const covered = viewport.scale > 1.01 ? 0 : innerHeight - viewport.height - viewport.offsetTop;
      style.setProperty("--keyboard", `${Math.max(0, Math.round(covered))}px`);
    };
    measure();
    viewport.addEventListener("resize", measure);
    viewport.addEventListener("scroll", measure);
    return () => {
      viewport.removeEventListener("resize", measure);
      viewport.removeEventListener("scroll", measure);
    };
  }, [layer]);
}
