/** What a discussion is about, as its page shows it at the top. */
export type DiscussedArticle = { id: string; slug: string; title: string /** BCP 47 */; language: string; authors: string[] };

export type DiscussedPassage = { quote: string /** ¶ */; paragraph: number | null };

export type DiscussedAnnotation = DiscussedPassage & {
  id: string;
  writer: string;
  note: string | null;
  frameworks: { id: string; label: string; stance: "supports" | "contests" }[];
};

export type DiscussedClaim = DiscussedPassage & { id: string; number: number; statement: string };
