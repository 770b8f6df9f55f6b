"use client";
import { useEffect } from "react";
import type { Reader } from "./use-reader";

/** Shows in the contents which paragraphs, and which section, are on the screen. */
export function useContents(reader: Reader | null): void {
  useEffect(() => {
    const rowOf = new Map<Element, Element>();
    for (const row of reader?.root.querySelectorAll<HTMLAnchorElement>(".toc__p") ?? []) {
      const block = document.getElementById(decodeURIComponent(row.hash.slice(1)));
      if (block) rowOf.set(block, row);
    }
    const observer = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) rowOf.get(target)?.classList.toggle("is-in", isIntersecting);
      for (const section of reader?.root.querySelectorAll(".toc__s") ?? []) {
        section.classList.toggle("is-in", section.querySelector(".toc__p.is-in") !== null);
      }
    });
    for (const block of rowOf.keys()) observer.observe(block);
    return () => observer.disconnect();
  }, [reader]);
}
