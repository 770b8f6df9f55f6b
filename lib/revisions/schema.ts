import { z } from "zod";
import { articleDraftSchema } from "../articles/schema";

export const createRevisionSchema = z.object({
  articleId: z.uuid(),
  /** the newest revision that the person saw; when there is a newer one, their text does not build on it */
  baseRevisionId: z.uuid(),
  draft: articleDraftSchema,
});
export type CreateRevision = z.infer<typeof createRevisionSchema>;

export const foreseeRevisionSchema = createRevisionSchema.omit({ baseRevisionId: true });
