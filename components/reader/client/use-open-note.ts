"use client";
import { useEffect } from "react";
import { firstMarkOf, focusOn, hasSheet, isOnScreen, keysOf, NARROW, noteOf } from "./page";
import type { Margin, OpenNote } from "./use-margin";
import type { Reader } from "./use-reader";
import type { Room } from "./use-room";

export type OpenNotes = {
  open: OpenNote | null;
  /** Opens what is under a passage's piece; when that is open already, the next note there. */
  openAt(mark: HTMLElement, takesFocus?: boolean): void;
  openNote(key: string, takesFocus?: boolean): void;
  /** the next or the one before among the notes at the open one's place; false where there is no other */
  step(direction: 1 | -1): boolean;
  /** `isLeft`: the reader has gone on elsewhere, and must be left there */
  close(isLeft?: "isLeft"): void;
};

export function useOpenNote(reader: Reader | null, room: Room, margin: Margin, say: (text: string) => void): OpenNotes {
  const { open, setOpen } = margin;

  // After the margin was laid out: until then a note that was folded away lies at the top of it, and focus would scroll there.
  useEffect(() => {
    if (!reader || open?.in !== "margin" || !open.takesFocus) return;
    focusOn(noteOf(open.key), { preventScroll: true });
    const mark = firstMarkOf(reader.root, open.key);
    if (mark && !isOnScreen(mark)) mark.scrollIntoView({ block: "center" });
  }, [reader, open]);

  // A window that is turned or resized moves the open note between the margin and the sheet.
  useEffect(() => {
    const narrow = matchMedia(NARROW);
    const move = () => setOpen((now) => now && { ...now, in: hasSheet() ? "sheet" : "margin", takesFocus: false });
    narrow.addEventListener("change", move);
    return () => narrow.removeEventListener("change", move);
  }, [setOpen]);

  const show = (key: string, here: readonly string[], takesFocus = false) => {
    // All that is at the place comes out from behind the fold line, not the one alone.
    const block = room.byKey(key)?.blockIndex;
    const isFolded = here.some((other) => noteOf(other) === null || noteOf(other)?.classList.contains("is-folded"));
    if (block !== undefined && isFolded) for (const other of here) margin.unfold(room.byKey(other)?.blockIndex ?? block);
    setOpen({ key, here, in: hasSheet() ? "sheet" : "margin", takesFocus });
    if (here.length > 1) say(`Note ${here.indexOf(key) + 1} of ${here.length} at this place`);
  };

  return {
    open,
    openAt(mark, takesFocus) {
      const here = keysOf(mark).filter((key) => room.byKey(key));
      const begunHere = mark.dataset.first?.split(" ").find((key) => here.includes(key));
      // The next one only where the reader has come from the very same place: of another passage, its own note is meant.
      const at = open && open.here.join() === here.join() ? here.indexOf(open.key) : -1;
      const next = at >= 0 ? here[(at + 1) % here.length] : (begunHere ?? here[0]);
      if (next) show(next, here, takesFocus);
    },
    openNote(key, takesFocus) {
      const mark = reader && firstMarkOf(reader.root, key, room.byKey(key)?.blockIndex);
      const here = mark ? keysOf(mark) : [key];
      if (open?.key !== key) show(key, here.includes(key) ? here : [key], takesFocus);
    },
    step(direction) {
      if (!open || open.here.length < 2) return false;
      const next = open.here[(open.here.indexOf(open.key) + direction + open.here.length) % open.here.length];
      if (next) show(next, open.here, true);
      return true;
    },
    close(isLeft) {
      if (!reader || !open) return;
      const isInNote = noteOf(open.key)?.contains(document.activeElement);
      setOpen(null);
      if (!isLeft && (isInNote || open.in === "sheet")) focusOn(firstMarkOf(reader.root, open.key));
    },
  };
}
