/** Is this a place where keys write? */
export function isField(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return element.type !== "radio" && element.type !== "checkbox";
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
