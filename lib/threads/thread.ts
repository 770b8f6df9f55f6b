import type { ShownCritique } from "../critiques/schema";
import type { RichBlock } from "../markdown/rich";
import type { Subject } from "./schema";

/** A comment as pages show it, to one viewer. */
export type ShownComment = {
  id: string;
  parentId: string | null;
  /** 0 for one that answers the subject itself */
  depth: number;
  /** how many comments stand under it, at any depth */
  under: number;
  writer: {
    /** a name, or "unnamed commenter"; "" where nothing of the comment is shown */
    name: string;
    isAuthor: boolean;
    isViewer: boolean;
    /** wrote where the article was first published */
    isExternal: boolean;
    /** the name there, of an external commenter who has shown to be a person here */
    wroteAs: string | null;
    /** what others in the thread call an unnamed commenter */
    addressedAs: string | null;
  };
  /**
   * a deleted one stands where it stood while something stands under it, with no word of its text; a hidden one always, and its words are
   * there for its writer and moderators alone
   */
  is: "shown" | "deleted" | "hidden";
  /** why a moderator hid it, and who; null elsewhere */
  hidden: { by: string; reason: string; at: string } | null;
  /** as it was typed: Markdown, or the plain text of an imported one; "" where it is not shown */
  text: string;
  body: RichBlock[];
  /** names of the commenters that an imported comment answers */
  answers: string[];
  version: number;
  /** ISO 8601, UTC; null where the import did not know */
  createdAt: string | null;
  editedAt: string | null;
  /** the critique that it was made */
  critique: ShownCritique | null;
  /** the step of a critique that it is the word of */
  step: { critiqueId: string; number: number } | null;
  can: { reply: boolean; edit: boolean; remove: boolean; hide: boolean; restore: boolean; raise: boolean };
};

/** A stretch of a thread, in the order in which it is read: each comment before what answers it. */
export type ShownThread = {
  /** null for a thread that has not begun */
  id: string | null;
  articleSlug: string;
  subject: Subject;
  isImported: boolean;
  comments: ShownComment[];
  /** shown, deleted and hidden alike */
  total: number;
  /** the comment at which the next stretch begins */
  nextId: string | null;
  /** the critique that the annotation under which it stands was made */
  critique: ShownCritique | null;
  can: { reply: boolean; raise: boolean };
};
