import type { Name } from "./schema";

export const attributionStates = ["requested", "confirmed", "declined", "ended"] as const;
export type AttributionState = (typeof attributionStates)[number];

/** A name under an article as the page of its authors shows it, to one viewer. */
export type ShownName = {
  name: Name;
  /** null: the name was lost */
  text: string | null;
  /** what others in the thread call one whose name was lost */
  addressedAs: string | null;
  /** how many comments there are by it, where the article was first published */
  comments: number;
  /** whose it is */
  link: {
    attributionId: string;
    person: { displayName: string; isViewer: boolean };
    /** ISO 8601, UTC */
    since: string;
    /** null where it was linked before that was kept, or with the demo */
    by: string | null;
    can: { end: boolean };
  } | null;
  /** the viewer has asked for it, and nobody has decided */
  asked: { attributionId: string; statement: string; at: string } | null;
  can: { request: boolean; link: boolean };
};

/** Who wrote an article and its imported comments, as far as it has been shown. */
export type AuthorsPage = {
  article: { slug: string; title: string /** BCP 47 */; language: string; authors: string[] };
  authors: ShownName[];
  commenters: ShownName[];
  /** whom the viewer, who brought the article in, may link; an admin links by address */
  people: { personId: string; displayName: string }[];
  can: { linkByEmail: boolean; decide: boolean };
};

/** What was asked, and what became of it, as admins see it. */
export type ShownAttribution = {
  id: string;
  state: AttributionState;
  name: { kind: Name["kind"]; text: string | null; addressedAs: string | null };
  article: { slug: string; title: string; language: string };
  person: { displayName: string; email: string | null; isEmailConfirmed: boolean };
  statement: string | null;
  requestedAt: string;
  decided: { by: string | null; at: string; reason: string | null } | null;
  ended: { by: string | null; at: string } | null;
  /** somebody else to whom the name is linked already */
  linkedTo: string | null;
  can: { decide: boolean };
};

export type AttributionsPage = { open: ShownAttribution[]; closed: ShownAttribution[]; nextCursor: string | null };
