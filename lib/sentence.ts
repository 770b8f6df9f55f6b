/** The message with a full stop, unless it ends in a mark of its own. Schemas write some of theirs without. */
export function asSentence(message: string): string {
  return /[.?!…]$/.test(message) ? message : `${message}.`;
}
