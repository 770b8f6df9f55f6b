import { z } from "zod";
import { storable } from "../plain-text";

export const MAX_REASON_LENGTH = 500;

export const moderatedSchema = z.object({ kind: z.enum(["comment", "annotation"]), id: z.uuid() });
/** What a moderator hides and brings back: a comment, or the note of an annotation. */
export type Moderated = z.infer<typeof moderatedSchema>;

export const moderateSchema = z.object({
  subject: moderatedSchema,
  /** read by everybody who sees that something is hidden */
  reason: z
    .string()
    .max(MAX_REASON_LENGTH, `At most ${MAX_REASON_LENGTH} characters`)
    .transform((text) => storable(text).trim())
    .refine((text) => text !== "", "Say why"),
});
export type Moderate = z.infer<typeof moderateSchema>;
