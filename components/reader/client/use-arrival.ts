"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import { firstMarkOf } from "./page";
import type { Reader } from "./use-reader";

/** The page usually comes back with the action's answer; when it has not after so long, it is asked for. */
const PATIENCE_MS = 1500;

/** After a save: focus goes to the passage, as soon as the server has drawn it. Unless the reader has gone on elsewhere. */
export function useArrival(reader: Reader | null, annotations: readonly AnchoredAnnotation[]): (annotationId: string) => void {
  const router = useRouter();
  const [expected, expect] = useState<string | null>(null);
  useEffect(() => {
    if (!reader || !expected) return;
    const mark = annotations.some(({ id }) => id === expected) ? firstMarkOf(reader.root, expected) : null;
    if (mark) {
      expect(null);
      if (isFree()) mark.focus();
      return;
    }
    const late = setTimeout(() => router.refresh(), PATIENCE_MS);
    return () => clearTimeout(late);
  }, [reader, expected, annotations, router]);
  return expect;
}

/** Focus is nowhere, or on something that is about to go or to be done with; not where somebody writes or reads a note. */
function isFree(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused.matches("[data-block]")) return true;
  return focused.closest("[data-reader-layer]") !== null && focused.closest("[role=dialog]") === null;
}
