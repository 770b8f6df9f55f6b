import type { ArticleText } from "@/lib/articles/reading";
import type { DeskCritique } from "@/lib/critiques/desk";

type Props = Pick<ArticleText, "article" | "revision"> & { critiques: readonly DeskCritique[]; isAuthor: boolean };

export function LetterPanel(_: Props) {
  return null;
}
