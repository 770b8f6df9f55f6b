import { useEffect, useEffectEvent } from "react";
import { isField } from "../annotations/is-field";
import { isComposing } from "../ui/is-composing";

type Handlers = {
  /** the row that has focus, or null */
  onSelect(id: string): void;
  onExtend(id: string): void;
  onAll(): void;
  onClear(): void;
  onUndo(): void;
};

/**
 * Keys of a list of rows (`data-row`, each with a box and a link). Letters work while focus is in the list or nowhere, and only while
 * single keys are switched on; Enter on a box opens the row, which without this would send the form.
 */
export function useListKeys(list: React.RefObject<HTMLElement | null>, areSingleKeysOn: boolean, handlers: Handlers): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const focused = document.activeElement;
    const isHere = !focused || focused === document.body || list.current?.contains(focused);
    if (!isHere || event.defaultPrevented || isComposing(event) || isField(focused)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = focused?.closest<HTMLElement>("[data-row]") ?? null;
    const id = row?.dataset.row;
    if (event.key === "Enter" && row && focused instanceof HTMLInputElement) {
      event.preventDefault();
      row.querySelector("a")?.click();
      return;
    }
    if (event.key === "Escape") return handlers.onClear();
    if (!areSingleKeysOn) return;
    const keys: Record<string, (() => void) | undefined> = {
      j: () => moveBy(list.current, row, 1),
      k: () => moveBy(list.current, row, -1),
      x: id === undefined ? undefined : () => (event.shiftKey ? handlers.onExtend(id) : handlers.onSelect(id)),
      a: handlers.onAll,
      z: handlers.onUndo,
    };
    const run = keys[event.key.toLowerCase()];
    if (!run || (event.shiftKey && event.key.toLowerCase() !== "x")) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/** Focus goes to the box of the next row, or the one before; from nowhere to the first. */
function moveBy(list: HTMLElement | null, row: HTMLElement | null, direction: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const at = row ? rows.indexOf(row) + direction : 0;
  const next = rows[at];
  next?.querySelector("input")?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}
