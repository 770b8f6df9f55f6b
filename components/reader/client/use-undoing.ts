"use client";
import { problemOf } from "./problem-of";
import type { ReaderActions } from "./reader-props";
import type { Notices } from "./use-notices";
import type { Saved } from "./use-saving";

type Tools = {
  actions: ReaderActions;
  notices: Notices;
  /** deletes, and offers the way back */
  remove(annotationId: string): void;
  /** the annotation comes back from the server as it is now */
  onChanged(annotationId: string): void;
};

/** Tells what was saved, and takes it back: what was made is deleted, what was changed says again what it said. */
export function useUndoing({ actions, notices, remove, onChanged }: Tools) {
  const undo = async (id: string, version: number) => {
    const items = [{ annotationId: id, version, toVersion: version - 1 }];
    const problem = await problemOf(actions.putBack({ items, keepsAudience: false }));
    if (problem) return notices.notify(`The change could not be undone. ${problem}`, () => undo(id, version), "Try again");
    onChanged(id);
    notices.notify("Change undone");
  };

  return (id: string, text: string, saved: Saved) => {
    onChanged(id);
    if (saved.kind === "created") notices.notify(text, () => remove(id));
    else if (saved.kind === "edited") notices.notify(text, () => undo(id, saved.version));
    else notices.notify("Nothing was changed");
  };
}
