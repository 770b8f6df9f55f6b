/** A note by the id of its annotation, as the notes' door answers it. */
export type NoteText = { id: string; note: string };

/** What the notes' door said; whatever in it is no note is left out. By hand: a schema library would be most of the reading page's script. */
export function readNoteTexts(body: unknown): NoteText[] {
  return Array.isArray(body) ? body.filter(isNoteText) : [];
}

function isNoteText(value: unknown): value is NoteText {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "note" in value &&
    typeof value.id === "string" &&
    typeof value.note === "string"
  );
}
