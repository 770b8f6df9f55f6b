import type { Moderated } from "./schema";

/** What a moderator did, as a page shows it to one viewer. */
export type ShownModeration = {
  id: string;
  kind: "hide" | "restore";
  subject: Moderated;
  by: { displayName: string; isViewer: boolean };
  reason: string;
  /** ISO 8601, UTC */
  at: string;
  /** what was hidden, and whose it is; null for those who may not read it */
  words: { text: string; writer: string } | null;
  /** it hid words that are hidden still, and the viewer may bring them back */
  can: { restore: boolean };
};

/** The words that a moderator came to hide or bring back. */
export type WordsToModerate = {
  subject: Moderated;
  text: string;
  writer: string;
  hidden: { by: string; reason: string; at: string } | null;
  can: { hide: boolean; restore: boolean };
};

export type ModerationPage = {
  article: { slug: string; title: string /** BCP 47 */; language: string; authors: string[] };
  /** the newest first */
  entries: ShownModeration[];
  nextCursor: string | null;
  /** what the address names, for a moderator */
  asked: WordsToModerate | null;
};
