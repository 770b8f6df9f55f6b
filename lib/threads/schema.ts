import { z } from "zod";
import { storable } from "../plain-text";

/** UTF-16 code units of Markdown. */
export const MAX_COMMENT_LENGTH = 10_000;
export const MAX_MENTIONS = 20;

export const commentTextSchema = z
  .string()
  .max(MAX_COMMENT_LENGTH, `A comment has at most ${MAX_COMMENT_LENGTH} characters`)
  .transform((text) => storable(text).trim())
  .refine((text) => text !== "", "Write something first");

/** What a thread is about. */
export const subjectSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("annotation"), id: z.uuid() }),
  z.object({ kind: z.literal("claim"), id: z.uuid() }),
  /** the article as a whole */
  z.object({ kind: z.literal("article"), id: z.uuid() }),
]);
export type Subject = z.infer<typeof subjectSchema>;

export const replySchema = z.object({
  /** from the browser: sent twice, the reply is stored once */
  requestId: z.uuid(),
  /** a subject begins its thread or goes on with it; a comment's thread may also be an imported one */
  to: z.discriminatedUnion("kind", [...subjectSchema.options, z.object({ kind: z.literal("comment"), id: z.uuid() })]),
  text: commentTextSchema,
});
export type Reply = z.infer<typeof replySchema>;

export const editCommentSchema = z.object({
  commentId: z.uuid(),
  /** the version the person saw; a newer one in the database is a conflict */
  version: z.number().int().min(1),
  text: commentTextSchema,
});
export type EditComment = z.infer<typeof editCommentSchema>;

export const commentIdSchema = z.object({ commentId: z.uuid() });
