"use client";
import { type KeyboardEvent, useState } from "react";
import { type Caret, caretAt, move, selected, spoken } from "@/lib/anchoring/caret";
import { blockAt, spanOfRange } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/anchoring/span";
import { trim } from "@/lib/anchoring/words";
import type { Stance } from "@/lib/annotations/schema";
import { blockAround, focusOn, markAround } from "./page";
import { currentBlock } from "./use-paragraphs";
import type { Reader } from "./use-reader";

const directions: Record<string, { by?: "line"; direction: 1 | -1 }> = {
  ArrowRight: { direction: 1 },
  ArrowLeft: { direction: -1 },
  ArrowDown: { by: "line", direction: 1 },
  ArrowUp: { by: "line", direction: -1 },
};
const stances: Record<string, Stance> = { Enter: "supports", s: "supports", c: "contests" };

const HOW_TO =
  "Selecting by keyboard. Left and right move by word, up and down by paragraph; with Alt by sentence; with Shift they select. Enter, S or C tags what is selected, Escape leaves.";

export type CaretMode = { caret: Caret | null; start(): void; drop(): void; press(event: KeyboardEvent): void };

/** T: selecting words without a pointer. `onTag` gets the passage and the stance that the key stands for. */
export function useCaret(
  reader: Reader | null,
  say: (text: string) => void,
  onTag: (passage: Span, stance: Stance) => void,
  howTo = HOW_TO,
): CaretMode {
  const [caret, setCaret] = useState<Caret | null>(null);

  const leave = () => {
    if (!reader || !caret) return;
    setCaret(null);
    focusOn(blockAround(blockAt(reader.root, caret.focus)), { preventScroll: true });
    say("Left selecting by keyboard");
  };

  const press = (event: KeyboardEvent) => {
    if (!reader || !caret || event.metaKey) return;
    const arrow = directions[event.key];
    const stance = stances[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (arrow) {
      const { by = event.altKey || event.ctrlKey ? "sentence" : "word", direction } = arrow;
      const moved = move(reader.text, caret, { by, direction, extend: event.shiftKey });
      setCaret(moved);
      say(spoken(reader.text, moved));
    } else if (event.key === "Escape") {
      leave();
    } else if (stance && !event.ctrlKey && !event.altKey) {
      const passage = trim(reader.text, selected(caret));
      if (passage) {
        setCaret(null);
        onTag(passage, stance);
      } else say("Nothing is selected yet: hold Shift and press an arrow key");
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const start = () => {
    if (!reader) return;
    const at = caretAt(reader.text, startOf(reader));
    setCaret(at);
    say(`${howTo} At: ${spoken(reader.text, at)}`);
  };

  return { caret, start, drop: () => setCaret(null), press };
}

/** The passage that has focus, or the paragraph that is being read. */
function startOf({ root }: Reader): number {
  const place = markAround(document.activeElement) ?? currentBlock(root);
  if (!place) return 0;
  const range = document.createRange();
  range.selectNodeContents(place);
  return spanOfRange(root, range)?.start ?? 0;
}
