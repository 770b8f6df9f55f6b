"use client";
import { useEffect, useEffectEvent, useLayoutEffect } from "react";
import { alignNotes, type PlacedNote } from "@/lib/annotations/align-notes";
import { noteOf } from "./page";
import type { Reader } from "./use-reader";

/** Pixels between two notes. */
const GAP = 16;
/** The room that the styles leave under the article, and how much of it notes may fill. */
const STANDARD_ROOM = 160;
const FREE_BELOW = 96;

/**
 * Puts every note level with its passage as far as the others let it, the open one exactly. Notes are only translated (by
 * a property of their own, which nothing in them inherits: a long article has thousands): the article is never laid out again.
 * `changes` are what moves notes besides the window's size and that of the open note, whose discussion comes after it.
 */
export function useAlignment(reader: Reader | null, changes: readonly unknown[], openKey: string | null): void {
  const align = useEffectEvent(() => {
    if (reader) alignMargin(reader.root);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the changes are the dependencies
  useLayoutEffect(() => align(), [reader, ...changes]);

  useEffect(() => {
    const text = reader?.root.querySelector(".read__text");
    const margin = reader?.root.querySelector(".read__margin");
    if (!text || !margin) return;
    // Claims unfold, fonts arrive, windows change: all of them change the height of the text or the width of the margin.
    const watch = new ResizeObserver(() => align());
    watch.observe(text);
    watch.observe(margin);
    // The notes' first places are not a movement: from here on they glide.
    const root = reader?.root;
    const settled = requestAnimationFrame(() => root && delete root.dataset.unsettled);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(settled);
    };
  }, [reader]);

  useEffect(() => {
    const note = openKey === null ? null : noteOf(openKey);
    if (!reader || !note) return;
    const watch = new ResizeObserver(() => align());
    watch.observe(note);
    return () => watch.disconnect();
  }, [reader, openKey]);
}

/** Everything is measured before anything is written, so that the browser lays the page out once. */
function alignMargin(root: HTMLElement): void {
  const margin = root.querySelector<HTMLElement>(".read__margin");
  if (!margin || margin.offsetParent === null) {
    makeRoom(root, 0);
    return;
  }
  const origin = margin.getBoundingClientRect();
  const key = margin.querySelector(".rkey");
  const levelOf = levelsIn(margin, origin.top);
  const notes: HTMLElement[] = [];
  const placed: PlacedNote[] = [];
  for (const note of margin.querySelectorAll<HTMLElement>("[data-note-for], [data-fold]")) {
    // Folded away, or hidden because it was deleted: takes no room.
    if (note.offsetHeight === 0) continue;
    notes.push(note);
    placed.push({ want: (levelOf(note) ?? 0) - firstLineOf(note), height: note.offsetHeight, open: note.classList.contains("is-active") });
  }
  const top = key ? key.getBoundingClientRect().bottom - origin.top + GAP : 0;
  const y = alignNotes(placed, { gap: GAP, top });
  const last = placed.length - 1;
  const overhang = (y[last] ?? 0) + (placed[last]?.height ?? 0) - origin.height;
  notes.forEach((note, index) => {
    const at = Math.round(y[index] ?? 0);
    const before = Number.parseFloat(note.style.translate.split(" ")[1] ?? "");
    if (at === before) return;
    // Only what can be seen glides: moving every note of a long article at once takes a browser seconds.
    note.toggleAttribute("data-glides", !Number.isNaN(before) && (isNear(origin.top + at) || isNear(origin.top + before)));
    note.style.translate = `0 ${at}px`;
  });
  makeRoom(root, overhang);
}

/** The last notes of a crowded margin may end below the article: what the page leaves free there is not always enough. */
function makeRoom(root: HTMLElement, overhang: number): void {
  const room = overhang > FREE_BELOW ? `${Math.ceil(overhang - FREE_BELOW) + STANDARD_ROOM}px` : "";
  if (root.style.paddingBottom !== room) root.style.paddingBottom = room;
}

function isNear(top: number): boolean {
  return top > -innerHeight && top < 2 * innerHeight;
}

/** How far below a note's upper edge the middle of its first line is: further in the open one, which is a card. */
function firstLineOf(note: HTMLElement): number {
  const line = note.querySelector<HTMLElement>(".note__h");
  return line ? line.offsetTop + line.offsetHeight / 2 : 0;
}

/** What a note is level with, from the margin's top: the middle of its passage's first line, or (for a fold line) where its block begins. */
function levelsIn(margin: HTMLElement, originTop: number): (note: HTMLElement) => number | undefined {
  const anyMark = document.getElementById(margin.querySelector<HTMLElement>("[data-mark]")?.dataset.mark ?? "");
  // A mark's box is its line of type and, below it, the room for its lanes.
  const lanes = anyMark ? Number.parseFloat(getComputedStyle(anyMark).paddingBottom) : 0;
  return ({ dataset: { mark, fold } }) => {
    if (mark === undefined) {
      const text = margin.parentElement?.querySelector(`.read__text [data-block="${fold}"] [data-text]`);
      return text ? text.getBoundingClientRect().top - originTop : undefined;
    }
    const line = document.getElementById(mark)?.getClientRects()[0];
    return line && line.top + (line.height - lanes) / 2 - originTop;
  };
}
