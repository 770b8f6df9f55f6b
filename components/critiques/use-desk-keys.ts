"use client";
import { useEffect, useEffectEvent } from "react";
import type { Choosable } from "@/lib/critiques/answer";
import { isField } from "../annotations/is-field";
import { isComposing } from "../ui/is-composing";

/** Which letter takes which step; null for the words alone. */
export const stepKeys: Readonly<Record<string, Choosable | null>> = {
  r: null,
  c: "concede",
  b: "rebut",
  l: "clarify",
  v: "revise",
  a: "acknowledge",
};

type Handlers = {
  move(direction: 1 | -1): void;
  step(kind: Choosable | null): void;
  close(): void;
  help(): void;
};

/**
 * The keys of the desk. Letters work outside fields, while nobody composes, and only while single keys are switched on; Escape leaves a
 * field first and then folds the critique.
 */
export function useDeskKeys(list: React.RefObject<HTMLElement | null>, areSingleKeysOn: boolean, handlers: Handlers): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = document.activeElement;
    const isHere = focused === null || focused === document.body || list.current?.contains(focused) || focused?.tagName === "MAIN";
    if (!isHere || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") {
      if (focused instanceof HTMLElement && isField(focused)) {
        const row = focused.closest<HTMLElement>("[data-row]");
        row?.querySelector<HTMLElement>(".crit__q a")?.focus({ preventScroll: true });
      } else handlers.close();
      return;
    }
    if (isField(focused) || !areSingleKeysOn) return;
    const key = event.key.toLowerCase();
    if (key === "?") handlers.help();
    else if (event.shiftKey) return;
    else if (key === "j" || key === "k") handlers.move(key === "j" ? 1 : -1);
    else if (key in stepKeys) handlers.step(stepKeys[key] ?? null);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listener);
    list.current?.setAttribute("data-enhanced", "");
    return () => document.removeEventListener("keydown", listener);
  }, [list]);
}
