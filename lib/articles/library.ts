import type { FrameworkSummaries } from "../frameworks/framework";

export type StanceCount = { supports: number; contests: number };

/** One column of a hedge profile: a paragraph, and its tags by framework in the order of `frameworks`. */
export type ProfileColumn = { paragraph: number; cells: (StanceCount & { frameworkId: string })[] };

/** The article as a hedge: one column per numbered paragraph, also the untagged ones. */
export type HedgeProfile = readonly ProfileColumn[];

export type LibraryEntry = {
  id: string;
  slug: string;
  title: string;
  authors: string[];
  language: string;
  isDemo: boolean;
  profile: HedgeProfile;
  /** tags that this viewer may see */
  tags: StanceCount;
  claimCount: number;
  commentCount: number;
  /** ISO 8601: the newest annotation, else when the article came in */
  lastActiveAt: string;
};

/** Newest article first; `nextCursor` is opaque and absent on the last page. */
export type LibraryPage = { entries: LibraryEntry[]; frameworks: FrameworkSummaries; nextCursor: string | null; can: { import: boolean } };
