import { z } from "zod";
import { storable } from "../plain-text";
import { MAX_NOTE_LENGTH, MAX_PASSAGE_LENGTH, MAX_TAGS } from "./limits";

export const stances = ["supports", "contests"] as const;
export type Stance = (typeof stances)[number];
export const audiences = ["everyone", "onlyMe"] as const;
export type Audience = (typeof audiences)[number];

export const tagInputSchema = z.object({ frameworkId: z.uuid(), stance: z.enum(stances) });
export type TagInput = z.infer<typeof tagInputSchema>;

const tagsSchema = z
  .array(tagInputSchema)
  .min(1, "Choose at least one framework")
  .max(MAX_TAGS, `One annotation carries at most ${MAX_TAGS} frameworks`)
  .refine(
    (tags) => new Set(tags.map((tag) => tag.frameworkId)).size === tags.length,
    "A framework cannot be named twice in one annotation: it is either supported or contested",
  );
const noteSchema = z
  .string()
  .max(MAX_NOTE_LENGTH, `A note has at most ${MAX_NOTE_LENGTH} characters`)
  // An invisible character that came along from elsewhere, and that nobody could find to take it out.
  .transform((note) => storable(note).trim());

export const createAnnotationSchema = z.object({
  /** made in the browser; a save that is sent twice is stored once */
  requestId: z.uuid(),
  revisionId: z.uuid(),
  /** [start, end): UTF-16 code units into the revision's text */
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  /** the text the person saw selected; refused when the revision says otherwise */
  quote: z.string().min(1).max(MAX_PASSAGE_LENGTH),
  tags: tagsSchema,
  note: noteSchema,
  audience: z.enum(audiences),
});
export type CreateAnnotation = z.infer<typeof createAnnotationSchema>;

export const editAnnotationSchema = z.object({
  annotationId: z.uuid(),
  /** the version the person saw; a newer one in the database is a conflict */
  version: z.number().int().min(1),
  tags: tagsSchema,
  note: noteSchema,
  audience: z.enum(audiences),
});
export type EditAnnotation = z.infer<typeof editAnnotationSchema>;

/** A stretch of a revision's text whose notes are asked for, from an address's parameters. */
export const noteTextsSchema = z.object({
  revision: z.uuid(),
  start: z.coerce.number().int().min(0),
  end: z.coerce.number().int().min(0),
});
export type NoteTextsAsked = z.infer<typeof noteTextsSchema>;

export const annotationIdSchema = z.object({ annotationId: z.uuid() });
