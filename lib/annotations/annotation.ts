import type { CritiqueState } from "../critiques/life";
import type { PassageState } from "../placements/placement";
import type { Audience, Stance } from "./schema";

/** A tag as pages show it. */
export type ShownTag = { frameworkId: string; stance: Stance };

/** An annotation on the revision that is being read: [start, end) are UTF-16 code units into its text. */
export type AnchoredAnnotation = {
  id: string;
  /** names it within this page: short, since the text names each annotation several times, and never part of a lasting address */
  key: string;
  start: number;
  end: number;
  /** the paragraph (or other block) in which it starts: its index among the revision's blocks */
  blockIndex: number;
  person: { id: string; displayName: string; isAuthor: boolean; isViewer: boolean };
  /** how it came to stand here, where it was made on an older text and there is something to say about it */
  state: PassageState | null;
  tags: ShownTag[];
  /** null: it has none. undefined: it has one that was not sent with the page, of `noteLength` UTF-16 code units */
  note: string | null | undefined;
  noteLength: number;
  /** by a moderator: the note is not sent but to its writer and moderators */
  isHidden: boolean;
  audience: Audience;
  /** comments under it that stand there, deleted ones not counted */
  replies: number;
  /** of the critique that it was made; null: it was not */
  critique: CritiqueState | null;
  version: number;
  /** ISO 8601, UTC */
  createdAt: string;
  editedAt: string | null;
  /** `moderate`: hide its note, or bring it back */
  can: { edit: boolean; remove: boolean; moderate: boolean };
};

/** Text order: start, then longest first, then oldest; ids settle what is left, so that every list has one order. */
export function inTextOrder(a: AnchoredAnnotation, b: AnchoredAnnotation): number {
  return a.start - b.start || b.end - a.end || compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
