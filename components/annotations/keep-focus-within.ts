import type { KeyboardEvent } from "react";

const FOCUSABLE = "a[href], button, input:not([type=radio]), input:checked, select, textarea";

/** Tab goes round inside a dialog instead of out of it. A group of radio buttons is one stop: the checked one. */
export function keepFocusWithin(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Tab") return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.offsetParent !== null);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  event.preventDefault();
}
