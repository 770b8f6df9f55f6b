"use client";
import { useEffect, useLayoutEffect, useState } from "react";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { annotationIdsOf, firstMarkOf, focusOn, hasSheet, isOnScreen, marksOf, NARROW, noteOf } from "./page";
import type { Reader } from "./use-reader";

/** The one open note: of which annotation, and of which others at the same place. In the margin, or in the sheet where there is no margin. */
export type OpenNote = { id: string; here: readonly string[]; in: "margin" | "sheet"; takesFocus: boolean };

export type OpenNotes = {
  open: OpenNote | null;
  /** Opens what is under a passage's piece; when that is open already, the next note there. */
  openAt(mark: HTMLElement, takesFocus?: boolean): void;
  openNote(id: string, takesFocus?: boolean): void;
  /** `isLeft`: the reader has gone on elsewhere, and must be left there */
  close(isLeft?: "isLeft"): void;
};

type Tools = { frameworks: FrameworkSummaries; reveal(annotationId: string): void; say(text: string): void };

export function useOpenNote(
  reader: Reader | null,
  annotations: readonly AnchoredAnnotation[],
  { frameworks, reveal, say }: Tools,
): OpenNotes {
  const [wanted, setOpen] = useState<OpenNote | null>(null);
  const annotation = annotations.find((candidate) => candidate.id === wanted?.id);
  // What was deleted, here or elsewhere, is not open any more.
  const open = annotation ? wanted : null;
  const hue = frameworks.find((framework) => framework.id === annotation?.tags[0]?.frameworkId)?.hue;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `annotations` stands for the marks and notes, which the server may have drawn anew
  useLayoutEffect(() => {
    if (!reader || !open) return;
    const note = noteOf(reader.root, open.id);
    const marks = marksOf(reader.root, open.id);
    if (open.in === "margin") note?.classList.add("is-active");
    for (const mark of marks) {
      mark.classList.add("is-active");
      if (hue) mark.style.setProperty("--tint", `var(--fw-${hue}-tint)`);
    }
    return () => {
      note?.classList.remove("is-active");
      for (const mark of marks) {
        mark.classList.remove("is-active");
        mark.style.removeProperty("--tint");
      }
    };
  }, [reader, open, hue, annotations]);

  // After the margin was laid out: until then a note that was folded away lies at the top of it, and focus would scroll there.
  useEffect(() => {
    if (!reader || open?.in !== "margin" || !open.takesFocus) return;
    focusOn(noteOf(reader.root, open.id), { preventScroll: true });
    const mark = firstMarkOf(reader.root, open.id);
    if (mark && !isOnScreen(mark)) mark.scrollIntoView({ block: "center" });
  }, [reader, open]);

  // A window that is turned or resized moves the open note between the margin and the sheet.
  useEffect(() => {
    const narrow = matchMedia(NARROW);
    const move = () => setOpen((now) => now && { ...now, in: hasSheet() ? "sheet" : "margin", takesFocus: false });
    narrow.addEventListener("change", move);
    return () => narrow.removeEventListener("change", move);
  }, []);

  const show = (id: string, here: readonly string[], takesFocus = false) => {
    reveal(id);
    setOpen({ id, here, in: hasSheet() ? "sheet" : "margin", takesFocus });
    if (here.length > 1) say(`Note ${here.indexOf(id) + 1} of ${here.length} at this place`);
  };

  return {
    open,
    openAt(mark, takesFocus) {
      const known = new Set(annotations.map(({ id }) => id));
      const here = annotationIdsOf(mark).filter((id) => known.has(id));
      const begunHere = mark.dataset.first?.split(" ").find((id) => here.includes(id));
      // The next one only where the reader has come from the very same place: of another passage, its own note is meant.
      const at = open && open.here.join() === here.join() ? here.indexOf(open.id) : -1;
      const next = at >= 0 ? here[(at + 1) % here.length] : (begunHere ?? here[0]);
      if (next) show(next, here, takesFocus);
    },
    openNote(id, takesFocus) {
      const mark = reader && firstMarkOf(reader.root, id);
      const here = mark ? annotationIdsOf(mark) : [id];
      if (open?.id !== id) show(id, here.includes(id) ? here : [id], takesFocus);
    },
    close(isLeft) {
      if (!reader || !open) return;
      const isInNote = noteOf(reader.root, open.id)?.contains(document.activeElement);
      setOpen(null);
      if (!isLeft && (isInNote || open.in === "sheet")) focusOn(firstMarkOf(reader.root, open.id));
    },
  };
}
