"use client";
import { useLayoutEffect } from "react";
import type { Span } from "@/lib/anchoring/span";
import { type Paint, paint } from "./paint";
import type { Reader } from "./use-reader";

/** Paints a span while it is given. `layers` stands for the marks: new ones mean new text nodes, which ranges do not follow. */
export function usePainted(reader: Reader | null, name: Paint, span: Span | null | undefined, layers: unknown, colour?: string): void {
  const start = span?.start;
  const end = span?.end;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `layers`
  useLayoutEffect(() => {
    if (!reader || start === undefined || end === undefined || start === end) return;
    return paint(reader.root, name, [{ start, end }], colour);
  }, [reader, name, start, end, layers, colour]);
}
