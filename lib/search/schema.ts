import { z } from "zod";
import { kinds } from "./hit";
import { LAST_PAGE } from "./limits";

/** The search page's address; what is not understood in it is as if it were not there. */
export const searchSchema = z.object({
  q: z.string().catch(""),
  /** kind of hits, all of them when it is not given */
  in: z.enum(kinds).optional().catch(undefined),
  /** slug of the article to stay in */
  article: z.string().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
});
export type Search = z.output<typeof searchSchema>;
