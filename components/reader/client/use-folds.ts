"use client";
import { useEffect, useLayoutEffect, useState } from "react";
import { noteOf } from "./page";
import type { Reader } from "./use-reader";

export type Folds = {
  /** changes whenever one is opened or closed */
  unfolded: ReadonlySet<string>;
  toggle(block: string): void;
  /** unfolds the line that a note is folded into, if it is */
  reveal(annotationId: string): void;
};

/** The lines that stand for a paragraph's fourth and further notes: which of them are unfolded. */
export function useFolds(reader: Reader | null, annotations: unknown): Folds {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());

  // biome-ignore lint/correctness/useExhaustiveDependencies: `annotations` stands for the notes, which the server may have drawn anew
  useLayoutEffect(() => {
    if (!reader) return;
    const notes = [...reader.root.querySelectorAll<HTMLElement>(".note.is-folded")].filter(({ dataset }) =>
      unfolded.has(dataset.block ?? ""),
    );
    for (const note of notes) note.classList.remove("is-folded");
    return () => {
      for (const note of notes) note.classList.add("is-folded");
    };
  }, [reader, unfolded, annotations]);

  useEffect(() => {
    for (const line of reader?.root.querySelectorAll<HTMLElement>("[data-fold]") ?? []) {
      line.setAttribute("aria-expanded", String(unfolded.has(line.dataset.fold ?? "")));
    }
  }, [reader, unfolded]);

  return {
    unfolded,
    toggle: (block) => setUnfolded((now) => new Set(now.has(block) ? [...now].filter((other) => other !== block) : [...now, block])),
    reveal(annotationId) {
      const note = reader && noteOf(reader.root, annotationId);
      const block = note?.classList.contains("is-folded") ? note.dataset.block : undefined;
      if (block !== undefined) setUnfolded((now) => new Set([...now, block]));
    },
  };
}
