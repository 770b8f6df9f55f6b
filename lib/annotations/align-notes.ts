/** A note in the margin: where its upper edge would have to be for it to be level with its passage, and how tall it is. Pixels from the margin's top. */
export type PlacedNote = { want: number; height: number; open: boolean };

export type Alignment = {
  /** the least distance between two notes */
  gap: number;
  /** notes stay below what is printed at the top of the margin */
  top: number;
};

/**
 * Where the notes of a margin go, in text order: each as near to its passage as the one before allows. The open note is exactly level
 * with its passage wherever the notes above it have room to move up; those below it move down.
 */
export function alignNotes(notes: readonly PlacedNote[], { gap, top }: Alignment): number[] {
  const open = notes.findIndex((note) => note.open);
  const y = pushedDown(notes, top, gap);
  const card = notes[open];
  if (!card) return y;
  const highest = notes.slice(0, open).reduce((free, note) => free + note.height + gap, top);
  const level = Math.max(card.want, highest);
  y[open] = level;
  let limit = level - gap;
  for (let i = open - 1; i >= 0; i--) {
    const note = notes[i];
    const at = y[i];
    if (!note || at === undefined || at + note.height <= limit) break;
    const up = limit - note.height;
    y[i] = up;
    limit = up - gap;
  }
  const below = pushedDown(notes.slice(open + 1), level + card.height + gap, gap);
  return [...y.slice(0, open + 1), ...below];
}

function pushedDown(notes: readonly PlacedNote[], from: number, gap: number): number[] {
  let free = from;
  return notes.map((note) => {
    const at = Math.max(free, note.want);
    free = at + note.height + gap;
    return at;
  });
}
