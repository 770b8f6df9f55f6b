/**
 * Annotations on their way to the browser. Ten thousand of them as objects would name their fields ten thousand times, and be read value
 * by value; as rows of one JSON text they are a third as long and are read in one go.
 */
import { type CritiqueState, critiqueStates } from "../critiques/life";
import type { PassageState } from "../placements/placement";
import type { AnchoredAnnotation, ShownTag } from "./annotation";

/**
 * id, start, length, block, person, bits, tags, written (ms), edited (ms or null), version, the note (its text, 0 for none, or its length),
 * state, replies, critique (its state's place in the list of them; null for none)
 */
type Row = [
  ...[string, number, number, number, number, number, number[], number, number | null, number, string | number, PassageState | null],
  ...[replies: number, critique: number | null],
];
type Wire = { people: [id: string, displayName: string, isAuthor: 0 | 1][]; rows: Row[] };

const ONLY_ME = 1;
const MAY_EDIT = 2;
const MAY_REMOVE = 4;
const IS_VIEWER = 8;
const IS_HIDDEN = 16;
const MAY_MODERATE = 32;

/** So many UTF-16 code units of notes go along with the page; beyond, notes are fetched when they come near the window. */
export const NOTES_WITH_PAGE = 60_000;

/** Whether the notes go along with the page. */
export function notesAreSent(annotations: readonly Pick<AnchoredAnnotation, "noteLength">[]): boolean {
  return annotations.reduce((sum, { noteLength }) => sum + noteLength, 0) <= NOTES_WITH_PAGE;
}

/**
 * @param frameworkIds tags name frameworks by their place in this list, which both sides have
 * @param annotations in text order
 */
export function encodeAnnotations(annotations: readonly AnchoredAnnotation[], frameworkIds: readonly string[]): string {
  const frameworkAt = new Map(frameworkIds.map((id, index) => [id, index]));
  const personAt = new Map<string, number>();
  const people: Wire["people"] = [];
  const hasRoom = notesAreSent(annotations);
  const rows = annotations.map((annotation): Row => {
    const { id, start, end, blockIndex, person, tags, note, noteLength, audience, version, createdAt, editedAt, can, state, replies } =
      annotation;
    let at = personAt.get(person.id);
    if (at === undefined) {
      at = people.push([person.id, person.displayName, person.isAuthor ? 1 : 0]) - 1;
      personAt.set(person.id, at);
    }
    const bits =
      (audience === "onlyMe" ? ONLY_ME : 0) |
      (can.edit ? MAY_EDIT : 0) |
      (can.remove ? MAY_REMOVE : 0) |
      (person.isViewer ? IS_VIEWER : 0) |
      (annotation.isHidden ? IS_HIDDEN : 0) |
      (can.moderate ? MAY_MODERATE : 0);
    const places = tags.flatMap(({ frameworkId, stance }) => {
      const place = frameworkAt.get(frameworkId);
      return place === undefined ? [] : [2 * place + (stance === "contests" ? 1 : 0)];
    });
    const sent = noteLength === 0 ? 0 : hasRoom && typeof note === "string" ? note : noteLength;
    const edited = editedAt === null ? null : Date.parse(editedAt);
    const critique = annotation.critique === null ? null : critiqueStates.indexOf(annotation.critique);
    return [id, start, end - start, blockIndex, at, bits, places, Date.parse(createdAt), edited, version, sent, state, replies, critique];
  });
  return JSON.stringify({ people, rows } satisfies Wire);
}

/** The inverse of `encodeAnnotations`; keys count from 0 in text order. */
export function decodeAnnotations(json: string, frameworkIds: readonly string[]): AnchoredAnnotation[] {
  const wire: Wire = JSON.parse(json);
  return wire.rows.map(
    ([id, start, length, blockIndex, at, bits, places, created, edited, version, sent, state, replies, critique], index) => {
      const [personId = "", displayName = "", isAuthor = 0] = wire.people[at] ?? [];
      return {
        id,
        key: keyOf(index),
        start,
        end: start + length,
        blockIndex,
        state,
        person: { id: personId, displayName, isAuthor: isAuthor === 1, isViewer: (bits & IS_VIEWER) !== 0 },
        tags: places.flatMap((place): ShownTag[] => {
          const frameworkId = frameworkIds[place >> 1];
          return frameworkId === undefined ? [] : [{ frameworkId, stance: place & 1 ? "contests" : "supports" }];
        }),
        note: typeof sent === "string" ? sent : sent === 0 ? null : undefined,
        noteLength: typeof sent === "string" ? sent.length : sent,
        isHidden: (bits & IS_HIDDEN) !== 0,
        audience: bits & ONLY_ME ? "onlyMe" : "everyone",
        replies,
        critique: critiqueAt(critique),
        version,
        createdAt: new Date(created).toISOString(),
        editedAt: edited === null ? null : new Date(edited).toISOString(),
        can: { edit: (bits & MAY_EDIT) !== 0, remove: (bits & MAY_REMOVE) !== 0, moderate: (bits & MAY_MODERATE) !== 0 },
      };
    },
  );
}

function critiqueAt(place: number | null): CritiqueState | null {
  return place === null ? null : (critiqueStates[place] ?? null);
}

/** The name of the annotation at `index` within its page. */
export function keyOf(index: number): string {
  return index.toString(36);
}
