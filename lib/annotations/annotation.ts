import type { PassageState } from "../placements/placement";
import type { Audience, Stance } from "./schema";

/** A tag as pages show it. */
export type ShownTag = { frameworkId: string; stance: Stance };

/** An annotation on the revision that is being read: [start, end) are UTF-16 code units into its text. */
export type AnchoredAnnotation = {
  id: string;
  start: number;
  end: number;
  quote: string;
  /** the paragraph (or other block) in which it starts: its index among the revision's blocks */
  blockIndex: number;
  person: { id: string; displayName: string; isAuthor: boolean; isViewer: boolean };
  /** how it came to stand here, where it was made on an older text and there is something to say about it */
  state: PassageState | null;
  tags: ShownTag[];
  note: string | null;
  audience: Audience;
  version: number;
  /** ISO 8601, UTC */
  createdAt: string;
  editedAt: string | null;
  can: { edit: boolean; remove: boolean };
};
