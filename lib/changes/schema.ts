import { z } from "zod";
import { audiences, stances } from "../annotations/schema";
import { MAX_CHANGED_AT_ONCE } from "./limits";

const itemSchema = z.object({
  annotationId: z.uuid(),
  /** the version the person saw; a newer one in the database is a conflict */
  version: z.number().int().min(1),
});
export type ChangedItem = z.infer<typeof itemSchema>;

function listOf<Item extends z.ZodType<ChangedItem>>(item: Item) {
  return z
    .array(item)
    .min(1, "Select at least one annotation.")
    .max(MAX_CHANGED_AT_ONCE, `At most ${MAX_CHANGED_AT_ONCE} annotations are changed at once. Select fewer.`)
    .refine((items) => new Set(items.map(({ annotationId }) => annotationId)).size === items.length, "An annotation is named twice.");
}

export const putBackSchema = z.object({
  items: listOf(itemSchema.extend({ /** what it is to say again */ toVersion: z.number().int().min(1) })),
  /** an undo takes back all of a change; whoever looks a former state up wants its words, and nobody else to see them */
  keepsAudience: z.boolean(),
});
export type PutBack = z.infer<typeof putBackSchema>;

/** What is done to each of many annotations. */
export const manyChangeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("addFramework"), frameworkId: z.uuid("Choose a framework."), stance: z.enum(stances) }),
  z.object({ kind: z.literal("replaceFramework"), frameworkId: z.uuid("Choose a framework."), by: z.uuid("Choose a framework.") }),
  z.object({ kind: z.literal("removeFramework"), frameworkId: z.uuid("Choose a framework.") }),
  /** of one framework, or of all that each annotation carries */
  z.object({ kind: z.literal("stance"), frameworkId: z.uuid().nullable(), stance: z.enum(stances) }),
  z.object({ kind: z.literal("audience"), audience: z.enum(audiences) }),
  z.object({ kind: z.literal("delete") }),
]);
export type ManyChange = z.infer<typeof manyChangeSchema>;

export const changeManySchema = z.object({ items: listOf(itemSchema), change: manyChangeSchema });
export type ChangeMany = z.infer<typeof changeManySchema>;
