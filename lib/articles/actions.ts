"use server";
import { action } from "../platform/action";
import { createArticle } from "./commands";
import { articleDraftSchema } from "./schema";

export const createArticleAction = action(articleDraftSchema, async (viewer, draft) => {
  const { slug, existed } = await createArticle(viewer, draft);
  return { slug, existed };
});
