"use client";
import { useRef } from "react";
import { blockAround, firstMarkOf, focusOn } from "./page";
import { problemOf } from "./problem-of";
import type { ReaderActions } from "./reader-props";
import type { Notices } from "./use-notices";
import type { Reader } from "./use-reader";
import type { Room } from "./use-room";

/**
 * Deletes at once and offers the way back, instead of asking first. The page shows the annotation gone before the server has answered,
 * and there again when the server says no.
 */
export function useRemoval(reader: Reader | null, room: Room, actions: ReaderActions, notices: Notices): (key: string) => void {
  // An undo must reach the server after the removal that it undoes.
  const pending = useRef<Promise<unknown>>(Promise.resolve());

  const remove = async (key: string) => {
    const annotation = room.byKey(key);
    if (!reader || !annotation) return;
    const { id } = annotation;
    const restore = async () => {
      room.add(annotation);
      await pending.current;
      const problem = await problemOf(actions.restore({ annotationId: id }), ({ version }) =>
        room.update(key, (now) => ({ ...now, version })),
      );
      // It was shown at once; this says that it is stored.
      if (!problem) return notices.notify("Annotation brought back");
      room.update(key, () => null);
      notices.notify(`The annotation could not be brought back. ${problem}`, restore, "Try again");
    };
    focusOn(blockAround(firstMarkOf(reader.root, key)), { preventScroll: true });
    room.update(key, () => null);
    notices.notify("Annotation deleted", restore);
    const answer = problemOf(actions.remove({ annotationId: id }));
    pending.current = answer;
    const problem = await answer;
    if (!problem) return;
    room.add(annotation);
    notices.notify(`The annotation could not be deleted. ${problem}`, () => remove(key), "Try again");
  };
  return remove;
}
