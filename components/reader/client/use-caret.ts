"use client";
import { type KeyboardEvent, useState } from "react";
import {
  type Caret,
  extended,
  narrowed,
  type Scope,
  scopeAround,
  scopeAt,
  selected,
  spoken,
  stepped,
  widened,
} from "@/lib/anchoring/caret";
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
  "Selecting by keyboard. T goes from the paragraph to its sentence and to its word, Shift T back. Arrows go to the next or the one before; with Shift they extend by word, with Shift and Alt by sentence. Enter, S or C tags what is selected, Escape leaves.";

const SCOPES: Record<Scope, string> = { paragraph: "Paragraph", sentence: "Sentence", word: "Word" };

export type CaretMode = { caret: Caret | null; start(): void; drop(): void; press(event: KeyboardEvent): void };

/** T: selecting words without a pointer. `onTag` gets the passage and the stance that the key stands for. */
export function useCaret(
  reader: Reader | null,
  say: (text: string) => void,
  onTag: (passage: Span, stance: Stance) => void,
  howTo = HOW_TO,
): CaretMode {
  const [caret, setCaret] = useState<Caret | null>(null);
  const [scope, setScope] = useState<Scope>("paragraph");

  const leave = () => {
    if (!reader || !caret) return;
    setCaret(null);
    focusOn(blockAround(blockAt(reader.root, caret.focus)), { preventScroll: true });
    say("Left selecting by keyboard");
  };

  const show = (next: Caret, taken?: Scope) => {
    if (!reader) return;
    setCaret(next);
    say(`${taken ? `${SCOPES[taken]}. ` : ""}${spoken(reader, next)}`);
  };

  const press = (event: KeyboardEvent) => {
    if (!reader || !caret || event.metaKey) return;
    const arrow = directions[event.key];
    const stance = stances[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const by = event.altKey || event.ctrlKey ? "sentence" : "word";
    if (arrow && event.shiftKey) {
      show(extended(reader, caret, { by: arrow.by ?? by, direction: arrow.direction }));
    } else if (arrow) {
      // Up and down are paragraphs, whatever is taken at once; there, its own measure again.
      const measure = arrow.by ? "paragraph" : event.altKey || event.ctrlKey ? "sentence" : scope;
      const next = stepped(reader, caret, measure, arrow.direction);
      show(arrow.by ? scopeAt(reader, selected(next).start, scope) : next);
    } else if (event.key.toLowerCase() === "t" && !event.ctrlKey && !event.altKey) {
      const taken = event.shiftKey ? widened(scope) : narrowed(scope);
      setScope(taken);
      show(event.shiftKey ? scopeAround(reader, caret, taken) : scopeAt(reader, selected(caret).start, taken), taken);
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
    const paragraph = scopeAt(reader, startOf(reader), "paragraph");
    setScope("paragraph");
    setCaret(paragraph);
    say(`${howTo} Paragraph. ${spoken(reader, paragraph)}`);
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
