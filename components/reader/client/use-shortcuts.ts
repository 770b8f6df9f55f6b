"use client";
import { useEffect, useEffectEvent } from "react";
import { isField } from "../../annotations/is-field";
import { isComposing } from "../../ui/is-composing";
import type { Reader } from "./use-reader";

/** What keys do, by KeyboardEvent.key in lower case. A handler that returns false leaves the key to the browser. */
export type Bindings = Readonly<Record<string, () => unknown>>;

/**
 * Keys of the reading view. They work while focus is in the article or nowhere in particular, never in a field or a dialog, and the
 * single characters among them only while they are switched on.
 */
export function useShortcuts(reader: Reader | null, areSingleKeysOn: boolean, bindings: Bindings): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!reader || event.defaultPrevented || isComposing(event) || hasModifier(event) || !isReading(reader.root)) return;
    const isSingle = event.key.length === 1;
    if (isSingle && !areSingleKeysOn) return;
    const run = bindings[event.key.toLowerCase()];
    if (!run || (/^[A-Za-z]$/.test(event.key) && event.shiftKey)) return;
    if (run() !== false) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/** Brackets need AltGr on many keyboards, which browsers report as Ctrl and Alt together. */
function hasModifier(event: KeyboardEvent): boolean {
  return event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph"));
}

function isReading(root: HTMLElement): boolean {
  const focused = document.activeElement;
  // Whoever closes the filters is back in the article.
  if (!focused || focused === document.body || focused.closest(".lens")) return true;
  return root.contains(focused) && !isField(focused) && !focused.closest("[role=dialog], [role=application], dialog");
}
