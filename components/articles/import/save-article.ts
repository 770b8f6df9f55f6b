import type { ArticleDraft } from "@/lib/articles/schema";
import type { ActionResult } from "@/lib/errors";

/** Stores a draft as an article, unless the very same text is there already (`existed`). */
export type SaveArticle = (draft: ArticleDraft) => Promise<ActionResult<{ slug: string; existed: boolean }>>;
