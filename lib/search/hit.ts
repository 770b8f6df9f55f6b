import type { Piece } from "./excerpt";

export const kinds = ["article", "paragraph", "note", "claim", "comment"] as const;
/** What can be found. */
export type Kind = (typeof kinds)[number];

export type Hit = {
  kind: Kind;
  /** of the article, block, annotation, claim or comment */
  id: string;
  article: { slug: string; title: string /** BCP 47 */; language: string };
  /** where it stands in the article's newest text, or for a note in the newest that it has a place in */
  place: { anchor: string; paragraph: number | null } | null;
  /** who wrote the note or comment */
  writer: { name: string; isViewer: boolean; isAuthor: boolean } | null;
  /** only its writer can see it */
  isPrivate: boolean;
  excerpt: Piece[];
  /** the words that were found, as they stand there, for the page they lead to */
  found: string[];
};

/** `isMore`: there are more than were counted. */
export type Count = { hits: number; isMore: boolean };

/** A page of hits, best first. */
export type SearchResult = {
  counts: Record<Kind, Count>;
  /** of the kinds asked for */
  total: Count;
  hits: Hit[];
  page: number;
  hasNext: boolean;
};

/** What came of a question: nothing was asked, or only for words that are in every text, or there is an answer. */
export type Outcome = { kind: "nothing-asked" } | { kind: "too-common" } | { kind: "answered"; result: SearchResult };
