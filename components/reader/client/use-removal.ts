"use client";
import { useLayoutEffect, useRef, useState } from "react";
import { blockAround, firstMarkOf, focusOn, marksOf, noteOf } from "./page";
import { problemOf } from "./problem-of";
import type { ReaderActions } from "./reader-props";
import type { Notices } from "./use-notices";
import type { Reader } from "./use-reader";

type Tools = { actions: ReaderActions; notices: Notices; onRestored(id: string): void };

/**
 * Deletes at once and offers the way back, instead of asking first. The page shows the annotation gone before the server has
 * answered, and there again when the server says no.
 */
export function useRemoval(reader: Reader | null, annotations: unknown, { actions, notices, onRestored }: Tools) {
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  // An undo must reach the server after the removal that it undoes.
  const pending = useRef<Promise<unknown>>(Promise.resolve());

  // biome-ignore lint/correctness/useExhaustiveDependencies: `annotations` stands for the notes and marks, which the server may have drawn anew
  useLayoutEffect(() => {
    if (!reader) return;
    const gone = [...removed]
      .flatMap((id) => [noteOf(reader.root, id) ?? [], marksOf(reader.root, id).filter((mark) => mark.dataset.p === id)])
      .flat();
    for (const element of gone) element.classList.add("is-removed");
    return () => {
      for (const element of gone) element.classList.remove("is-removed");
    };
  }, [reader, removed, annotations]);

  const setGone = (id: string, isGone: boolean) =>
    setRemoved((now) => new Set(isGone ? [...now, id] : [...now].filter((other) => other !== id)));

  const restore = async (id: string) => {
    setGone(id, false);
    await pending.current;
    const problem = await problemOf(actions.restore({ annotationId: id }));
    if (problem) notices.notify(`The annotation could not be brought back. ${problem}`, () => restore(id), "Try again");
    else onRestored(id);
  };

  const remove = async (id: string) => {
    if (!reader) return;
    const block = blockAround(firstMarkOf(reader.root, id));
    setGone(id, true);
    focusOn(block, { preventScroll: true });
    notices.notify("Annotation deleted", () => restore(id));
    const answer = problemOf(actions.remove({ annotationId: id }));
    pending.current = answer;
    const problem = await answer;
    if (!problem) return;
    setGone(id, false);
    notices.notify(`The annotation could not be deleted. ${problem}`, () => remove(id), "Try again");
  };

  return { removed, remove };
}
