/** The server-rendered page, as the reader's script finds its way in it. */

/** The first piece of every passage, in text order: what J and K go through. */
export function passagesOf(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("[data-first]")];
}

/** The piece with which a passage begins, by the key of its annotation. */
export function firstMarkOf(root: Element, key: string, block?: number): HTMLElement | null {
  return within(root, block).querySelector<HTMLElement>(`[data-first~="${CSS.escape(key)}"]`);
}

/** A search in one block need not go through the whole article. */
function within(root: Element, block: number | undefined): Element {
  return (block === undefined ? null : root.querySelector(`.read__text [data-block="${block}"]`)) ?? root;
}

export function noteOf(key: string): HTMLElement | null {
  return document.getElementById(`note-${key}`);
}

/** The passage or note that an element is part of. */
export function markAround(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>("mark[data-p]") ?? null;
}

export function noteAround(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>("[data-note-for]") ?? null;
}

/** The keys of the annotations whose passages run through a mark, outermost first. */
export function keysOf(mark: HTMLElement): string[] {
  return mark.dataset.p?.split(" ").filter(Boolean) ?? [];
}

export function blocksOf(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(".read__text [data-block]")];
}

/** A block of the text, from anything within it; notes name their block too, but are none. */
export function blockAround(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>(".read__text [data-block]") ?? null;
}

/** How to cite a block: its number, when it has one. */
export function citationOf(block: Element | null): string {
  const number = /^p(\d+)$/.exec(block?.id ?? "")?.[1];
  return number ? `¶\u00a0${number}` : "a heading";
}

/** Below this width the margin holds no notes to read: they open in a sheet. */
export const NARROW = "(max-width: 980px)";

export function hasSheet(): boolean {
  return matchMedia(NARROW).matches;
}

/** Where the text begins under the bars that stick to the top of the window. */
export function topOfText(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
}

/** Scrolls what a sheet at the foot of the window covers up out from behind it, as far as the bars at the top leave room. */
export function uncover(hidden: DOMRect | undefined, cover: DOMRect): void {
  if (!hidden || hidden.right < cover.left) return;
  const by = Math.min(hidden.bottom + AIR - cover.top, hidden.top - topOfText());
  if (by > 0) scrollBy({ top: by, behavior: "instant" });
}

/** Room for the lanes under a line, and some. */
const AIR = 28;

/** To the search field of the bar, or where it has no room to the page of its own. */
export function goToSearch(): void {
  const field = document.getElementById("bar-search");
  if (field?.checkVisibility()) field.focus();
  else document.querySelector<HTMLElement>(".bar__find")?.click();
}

/** Gives focus to something that is not in the tab order. */
export function focusOn(element: HTMLElement | null, options?: FocusOptions): void {
  if (!element) return;
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus(options);
}

/** Whether the first line of an element is in the window. */
export function isOnScreen(element: HTMLElement): boolean {
  const line = element.getClientRects()[0];
  return line !== undefined && line.top >= 0 && line.bottom <= innerHeight;
}
