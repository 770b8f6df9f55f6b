"use client";
import { currentBlock } from "./use-paragraphs";
import type { Reader } from "./use-reader";

/** X: the claims under all paragraphs, unfolded together or folded together. What is being read stays where it is. */
export function useClaims(reader: Reader | null, say: (text: string) => void): () => void {
  return () => {
    if (!reader) return;
    const claims = [...reader.root.querySelectorAll<HTMLDetailsElement>("details.claims")];
    if (claims.length === 0) return say("No claims are noted in this article");
    const unfold = !claims.some((details) => details.open);
    const block = currentBlock(reader.root);
    const before = block?.getBoundingClientRect().top ?? 0;
    for (const details of claims) details.open = unfold;
    scrollBy({ top: (block?.getBoundingClientRect().top ?? 0) - before, behavior: "instant" });
    say(unfold ? "Claims unfolded" : "Claims folded");
  };
}
