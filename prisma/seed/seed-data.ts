import type { Stance } from "../../lib/annotations/schema";
import type { BlockKind } from "../../lib/articles/schema";
import type { StepKind } from "../../lib/critiques/life";
import type { CritiqueKind } from "../../lib/critiques/schema";

/** Demo people: the sign-in page offers those with a `part`. Their addresses end in .example, which can never be delivered to. */
export const demoPeople = {
  reader: { displayName: "Mina Aalto", email: "reader@hedgerow.example", role: "reader", part: "a reader" },
  groupOwner: { displayName: "Tomás Ferreira", email: "group-owner@hedgerow.example", role: "reader", part: "a reading-group owner" },
  author: { displayName: "Keiko Arima", email: "author@hedgerow.example", role: "reader", part: "the article’s author" },
  curator: { displayName: "Ravi Menon", email: "curator@hedgerow.example", role: "curator", part: "a curator" },
  admin: { displayName: "Ingrid Dahl", email: "admin@hedgerow.example", role: "admin", part: "an admin" },
  chen: { displayName: "陳郁婷 Chen Yu-ting", email: "chen@hedgerow.example", role: "reader", part: null },
  sana: { displayName: "Sana Qureshi", email: "sana@hedgerow.example", role: "reader", part: null },
  bello: { displayName: "Oluwaseun Bello", email: "bello@hedgerow.example", role: "reader", part: null },
} as const;
export type DemoPerson = keyof typeof demoPeople;

export type SeedFramework = {
  notation: string;
  slug: string;
  sign: string;
  hue: number;
  broader: string | null;
  related: string[];
  labels: { kind: "preferred" | "alternative"; language: string; text: string }[];
  definition: string;
  scopeUse: string;
  scopeNot: string;
  /** keys of references, the most important first */
  references: string[];
};

export type SeedBlock = {
  kind: BlockKind;
  level?: number;
  /** plain text, in which *emphasis* is written with single asterisks and nothing else is marked up */
  text: string;
};

export type SeedClaim = {
  /** the paragraph's number, counted as readers cite it: every block that is not a heading, from 1 */
  paragraph: number;
  statement: string;
  /** an exact part of the paragraph's text (without the asterisks), occurring once in it */
  quote: string;
};

export type SeedAnnotation = {
  by: DemoPerson;
  paragraph: number;
  /** an exact part of the paragraph's text (without the asterisks), occurring once in it */
  quote: string;
  tags: [notation: string, stance: Stance][];
  note?: string;
  /** how long before the demo was loaded it was made */
  daysAgo: number;
};

export type SeedComment = {
  /** null: an unnamed commenter */
  commenter: string | null;
  addressedAs?: string;
  isAuthor: boolean;
  text: string;
  inReplyTo?: number;
  answers: number[];
};

/** What was said under an annotation, in the order of its telling; and the critique that its maker made of it before. */
export type SeedTalk = {
  on: Pick<SeedAnnotation, "by" | "paragraph" | "quote">;
  critique?: { kind: CritiqueKind; framework?: string; daysAgo: number };
  said: {
    by: DemoPerson;
    daysAgo: number;
    step?: Exclude<StepKind, "raise" | "revise">;
    text?: string;
    /** the place in this list of what it answers */
    answers?: number;
  }[];
};

export type SeedArticle = {
  title: string;
  standfirst: string;
  /** a name; `person` links it to a demo account */
  authors: { name: string; person?: DemoPerson }[];
  language: string;
  citation: string | null;
  published: string | null;
  biography: string;
  daysAgo: number;
  blocks: SeedBlock[];
  claims: SeedClaim[];
  annotations: SeedAnnotation[];
  comments: SeedComment[];
  talk?: SeedTalk[];
};
