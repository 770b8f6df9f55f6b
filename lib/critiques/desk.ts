import type { ShownTag } from "../annotations/annotation";
import type { RichBlock } from "../markdown/rich";
import type { CritiqueState, StepKind } from "./life";
import type { RaiseCritique, ShownCritique, ShownStep } from "./schema";

/** Where a critique's passage stands in the article's newest revision: [start, end) in UTF-16 code units into its text. */
export type DeskPassage = {
  start: number;
  end: number;
  quote: string;
  prefix: string;
  suffix: string;
  blockIndex: number;
  /** ¶; null in a heading */
  paragraph: number | null;
  annotationId: string | null;
};

/** Where a passage stood in the last revision that has it, by its number: the author has rewritten it since. */
export type LostPassage = { start: number; quote: string; paragraph: number | null; revision: number };

/** The words of a step: what was answered, or why. */
export type StepWords = {
  text: string;
  body: RichBlock[];
  /** ISO 8601, UTC */
  at: string;
  isEdited: boolean;
  /** by a moderator: then `text` is "" and `body` says so, but for its writer and moderators */
  isHidden: boolean;
  writerName: string;
  isAuthor: boolean;
};

/** A critique with all that is needed to judge and answer it, as one viewer may see it. */
export type DeskCritique = ShownCritique & {
  /** ISO 8601, UTC */
  createdAt: string;
  movedAt: string;
  subject: RaiseCritique["subject"];
  /** null: it is of the article as a whole, or its passage has no place in the newest revision */
  passage: DeskPassage | null;
  /** where the passage stood that has no place in the newest revision; null: it has one, or there is no passage */
  lost: LostPassage | null;
  /** of the annotation that it is, or stands under */
  tags: ShownTag[];
  /** the critic's words: an annotation's note or a comment, as they were typed */
  text: string;
  body: RichBlock[];
  /** the critic's words, by a moderator: then `text` is "" and `body` says so, but for the critic and moderators */
  isHidden: boolean;
  /** the words of its steps, by comment id */
  words: Record<string, StepWords>;
  /** where it stands in the article */
  href: string;
};

/** An author's answer as it stands under its paragraph: the latest to its critique. */
export type InlineAnswer = {
  critiqueId: string;
  state: CritiqueState;
  /** the block of the revision that is read, in which the critique's passage begins */
  blockIndex: number;
  /** the annotation whose passage it is about; null: the claim's */
  annotationId: string | null;
  quote: string;
  critic: string;
  /** the critic's words */
  body: RichBlock[];
  answer: StepWords & { kind: StepKind; revised: ShownStep["revised"] };
};
