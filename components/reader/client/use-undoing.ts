"use client";
import { useEffect, useRef } from "react";
import { problemOf } from "./problem-of";
import type { ReaderActions } from "./reader-props";
import type { Notices } from "./use-notices";
import type { Room } from "./use-room";
import type { Saved } from "./use-saving";

type Tools = {
  room: Room;
  actions: ReaderActions;
  notices: Notices;
  /** deletes, and offers the way back */
  remove(key: string): void;
};

/** Tells what was saved, and takes it back: what was made is deleted, what was changed says again what it said. */
export function useUndoing({ room, actions, notices, remove }: Tools) {
  // An undo is called for long after the save that it takes back: by then the room holds what was saved.
  const latest = useRef(remove);
  useEffect(() => {
    latest.current = remove;
  }, [remove]);

  const undo = async (saved: Saved) => {
    const { key, before, version } = saved;
    if (!before) return;
    const items = [{ annotationId: before.id, version, toVersion: version - 1 }];
    let made = version;
    const problem = await problemOf(actions.putBack({ items, keepsAudience: false }), ({ changed }) => {
      made = changed[0]?.version ?? version;
    });
    if (problem) return notices.notify(`The change could not be undone. ${problem}`, () => undo(saved), "Try again");
    room.update(key, (now) => ({ ...before, version: made, editedAt: now.editedAt }));
    notices.notify("Change undone");
  };

  return (text: string, saved: Saved) => {
    const { key, before, version } = saved;
    if (!before) notices.notify(text, () => latest.current(key));
    else if (version !== before.version) notices.notify(text, () => undo(saved));
    else notices.notify("Nothing was changed");
  };
}
