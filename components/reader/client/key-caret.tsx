"use client";
import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { rectsOf } from "@/lib/anchoring/dom";
import type { CaretMode } from "./use-caret";
import type { Reader } from "./use-reader";

type Props = { reader: Reader; layer: RefObject<HTMLElement | null>; mode: CaretMode };

/**
 * The caret of selecting by keyboard. It has focus, so screen readers hand the arrows over (role application), magnifiers follow it,
 * and leaving it leaves the mode.
 */
export function KeyCaret({ reader, layer, mode: { caret, drop, press } }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const [style, setStyle] = useState<CSSProperties>({});
  const focus = caret?.focus ?? 0;

  useLayoutEffect(() => {
    const rect = rectsOf(reader.root, { start: focus, end: focus })[0];
    const origin = layer.current?.getBoundingClientRect();
    if (!rect || !origin) return;
    setStyle({ left: rect.left - origin.left, top: rect.top - origin.top, height: rect.height });
  }, [reader, layer, focus]);

  useLayoutEffect(() => {
    element.current?.focus({ preventScroll: true });
    // before it has its place it stands at the top of the article, and would take the reader there
    if (style.top !== undefined) element.current?.scrollIntoView({ block: "nearest" });
  }, [style]);

  // When the whole window loses focus the element keeps being the active one, and the mode goes on.
  const blur = () => document.activeElement !== element.current && drop();

  return (
    <div
      className="kcaret"
      role="application"
      aria-label="Selecting words"
      tabIndex={-1}
      ref={element}
      style={style}
      onKeyDown={press}
      onBlur={blur}
    />
  );
}
