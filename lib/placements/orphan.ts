import type { ShownTag } from "../annotations/annotation";
import type { Audience } from "../annotations/schema";
import type { EarlierPlace, OrphanState } from "./placement";

/** An annotation without a place in the revision that is read: the words it was made on, and why it has none here. */
export type Orphan = {
  /** the root of its passage */
  rootId: string;
  annotationId: string;
  quote: string;
  note: string | null;
  /** the note, by a moderator; then it is null but for its writer and moderators */
  isHidden: boolean;
  audience: Audience;
  annotator: string;
  tags: ShownTag[];
  state: OrphanState;
  from: EarlierPlace;
  /** whether the viewer may say where it stands */
  canPlace: boolean;
};
