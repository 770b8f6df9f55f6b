"use client";
import { useMemo, useState } from "react";
import { firstBlocks, isCrowded } from "@/lib/annotations/note-order";
import type { Unsaved } from "@/lib/annotations/unsaved";
import type { MarginState } from "../margin-notes";
import type { Room } from "./use-room";

/** The one open note: of which annotation, and of which others at the same place. In the margin, or in the sheet where there is no margin. */
export type OpenNote = { key: string; here: readonly string[]; in: "margin" | "sheet"; takesFocus: boolean };

/** [from, to) of the blocks. */
export type BlockWindow = { from: number; to: number };

export type Margin = {
  state: MarginState;
  open: OpenNote | null;
  setOpen(open: OpenNote | null | ((now: OpenNote | null) => OpenNote | null)): void;
  unfolded: ReadonlySet<number>;
  toggleFold(block: number): void;
  unfold(block: number): void;
  setWindow(window: BlockWindow): void;
  /** keeps the notes of a block mounted, wherever the window is; null: of none */
  hold(block: number | null): void;
  /** notes that were fetched after the page, by annotation id */
  texts: ReadonlyMap<string, string>;
  /** what is shown and not stored, by key */
  unsaved: ReadonlyMap<string, Unsaved>;
  markUnsaved(key: string, how: Unsaved | null): void;
  addTexts(notes: readonly { id: string; note: string }[]): void;
};

const NONE: readonly string[] = [];

/** What the margin shows: which notes are mounted, which is open, what is unfolded. */
export function useMargin({ annotations, layers, byKey }: Room): Margin {
  const [near, setWindow] = useState<BlockWindow>(() => ({ from: 0, to: firstBlocks(layers) }));
  const [held, hold] = useState<number | null>(null);
  const [wanted, setOpen] = useState<OpenNote | null>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const [unsaved, setUnsaved] = useState<ReadonlyMap<string, Unsaved>>(new Map());
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());

  // What was deleted, here or elsewhere, is not open any more.
  const opened = wanted ? byKey(wanted.key) : undefined;
  const open = opened ? wanted : null;
  const openBlock = opened?.blockIndex ?? null;
  const crowded = isCrowded(annotations);
  const mounted = useMemo(() => {
    const also = [...new Set([held, openBlock])].filter((block) => block !== null);
    return crowded ? { ...near, also } : { from: 0, to: layers.length, also: [] };
  }, [crowded, near, held, openBlock, layers.length]);
  const here = useMemo(() => new Set(open?.in === "margin" ? open.here : NONE), [open]);
  const openKey = open?.in === "margin" ? open.key : null;

  return {
    state: useMemo(() => ({ mounted, openKey, here, unfolded }), [mounted, openKey, here, unfolded]),
    open,
    setOpen,
    unfolded,
    toggleFold: (block) => setUnfolded((now) => new Set(now.has(block) ? [...now].filter((other) => other !== block) : [...now, block])),
    unfold: (block) => setUnfolded((now) => (now.has(block) ? now : new Set([...now, block]))),
    setWindow: (window) => setWindow((now) => (now.from === window.from && now.to === window.to ? now : window)),
    hold,
    unsaved,
    markUnsaved: (key, how) =>
      setUnsaved((now) => {
        const next = new Map(now);
        if (how) next.set(key, how);
        else next.delete(key);
        return next;
      }),
    texts,
    addTexts: (notes) => setTexts((now) => new Map([...now, ...notes.map(({ id, note }): [string, string] => [id, note])])),
  };
}
