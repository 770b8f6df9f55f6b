/**
 * Whether a key belongs to an input method that is composing (Japanese, Chinese, Korean and others): Enter there accepts a conversion.
 * WebKit ends the composition before it sends that key, and tells only by the key code 229 (UI Events, “keyCode when an Input Method Editor is processing key input”).
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
