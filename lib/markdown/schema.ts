import { z } from "zod";
import { MAX_COMMENT_LENGTH } from "../threads/schema";

export const previewSchema = z.object({
  text: z.string().max(MAX_COMMENT_LENGTH, `A comment has at most ${MAX_COMMENT_LENGTH} characters`),
  /** names that the person may mention, as the page offers them */
  mentions: z.array(z.string().max(200)).max(500).default([]),
});
export type Preview = z.output<typeof previewSchema>;
