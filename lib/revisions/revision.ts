import type { ArticleDraft } from "../articles/schema";
import type { VerdictCounts } from "../placements/placement";

/** An article as somebody who may bring in a new text of it begins from: its newest revision as a draft. */
export type RevisablePage = {
  article: { id: string; slug: string; title: string; language: string; authors: string[] };
  newest: { id: string; number: number };
  present: ArticleDraft;
};

/** One line of an article's history. `verdicts` are of what the viewer may see, when this text was brought in; null for the first. */
export type HistoryEntry = {
  number: number;
  /** ISO 8601, UTC */
  createdAt: string;
  by: string | null;
  paragraphs: number;
  verdicts: (VerdictCounts & { decided: number }) | null;
};

export type HistoryPage = {
  article: RevisablePage["article"];
  /** the newest first */
  entries: HistoryEntry[];
  can: { revise: boolean };
};
