/** A framework as pages outside the taxonomy need it: enough to draw its sign, hue and place in the tree. */
export type FrameworkSummary = {
  id: string;
  slug: string;
  notation: string;
  /** two letters, unique in its scheme */
  sign: string;
  /** 1–12, an index into the palette */
  hue: number;
  label: string;
  altLabels: { language: string; text: string }[];
  definition: string;
  broaderId: string | null;
  isDeprecated: boolean;
};

/** The text in which the frameworks are listed is tree order: parents before their children, siblings in the scheme's order. */
export type FrameworkSummaries = readonly FrameworkSummary[];

/** A passage that supports or contests a framework, wherever it is. */
export type FrameworkPassage = {
  annotationId: string;
  stance: "supports" | "contests";
  quote: string;
  note: string | null;
  /** the note, by a moderator; then it is null but for its writer and moderators */
  isHidden: boolean;
  annotator: string;
  /** ISO 8601 */
  createdAt: string;
  article: { slug: string; title: string /** BCP 47 */; language: string; authors: string[] };
  paragraph: number | null;
};

export type FrameworkLink = { slug: string; label: string; sign: string; hue: number };

/** A cited work in reading order; `container` is set in italics. */
export type CitedWork = { id: string; before: string; container: string | null; after: string; url: string | null };

export type FrameworkDetail = FrameworkSummary & {
  scheme: { title: string };
  scopeUse: string | null;
  scopeNot: string | null;
  broader: FrameworkLink | null;
  narrower: FrameworkLink[];
  related: FrameworkLink[];
  references: CitedWork[];
  totals: { supports: number; contests: number; passages: number; articles: number };
};

/** The framework's page: its own record, one page of passages, and the tree beside it with visible tag counts. */
export type FrameworkPage = {
  framework: FrameworkDetail;
  passages: FrameworkPassage[];
  nextCursor: string | null;
  tree: FrameworkTreeItem[];
};

/** `frameworks` in tree order with depth 0 at the top, and the number of tags that the viewer may see. */
export type FrameworkTreeItem = FrameworkSummary & { depth: number; tags: { supports: number; contests: number } };
