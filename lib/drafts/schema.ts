import { z } from "zod";
import { storable } from "../plain-text";

/** UTF-16 code units; the database takes no more. Twice what a comment may have, so that one too long is kept until it is cut. */
export const MAX_DRAFT_LENGTH = 20_000;
/** The answer that was chosen, and of a revision its place. */
export const MAX_CHOICE_LENGTH = 200;

const ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const KEY = new RegExp(`^(step|edit|reply:(annotation|claim|article|comment)):${ID}$`);

/** What a draft is to become: a step of a critique, a reply to a subject or a comment, or a comment's new words. */
export const draftKeySchema = z.string().regex(KEY, "This is nothing that a draft is kept for");
export type DraftKey = `step:${string}` | `edit:${string}` | `reply:${"annotation" | "claim" | "article" | "comment"}:${string}`;

export const saveDraftSchema = z.object({
  key: draftKeySchema,
  /** nothing but white space deletes the draft */
  text: z.string().max(MAX_DRAFT_LENGTH, "This draft is too long to be kept on the server. It is kept on this device.").transform(storable),
  choice: z.string().min(1).max(MAX_CHOICE_LENGTH).transform(storable).nullable(),
  /** when the person last changed it, by their own clock */
  updatedAt: z.iso.datetime(),
});
export type SaveDraft = z.infer<typeof saveDraftSchema>;

/** A draft as it is kept, on the server and on the device alike. */
export const draftSchema = z.object({ text: z.string(), choice: z.string().nullable(), updatedAt: z.iso.datetime() });
export type KeptDraft = z.infer<typeof draftSchema>;

/** What the server answers: the draft as it stands there now. */
export const draftAnswerSchema = z.object({ draft: draftSchema.nullable() });
