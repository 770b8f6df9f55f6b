import { z } from "zod";
import { audiences, stances } from "../annotations/schema";
import { MAX_CHANGED_AT_ONCE } from "../changes/limits";

/** An address may say anything: what is no filter of ours is none. */
const named = z.string().trim().min(1).max(300).optional().catch(undefined);

/** Which of one's own annotations; each narrows it further. */
export const filtersSchema = z.object({
  /** slug */
  framework: named,
  /** with a framework, of that one; without, of any */
  stance: z.enum(stances).optional().catch(undefined),
  audience: z.enum(audiences).optional().catch(undefined),
  /** slug */
  article: named,
  /** words of the note or the passage */
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
});
export type CollectionFilters = z.infer<typeof filtersSchema>;

export const exportFormats = ["csv", "json-ld"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What is taken out: those that are named, or with `all` what the filters leave. */
export const exportSchema = z
  .object({
    all: z.boolean(),
    format: z.enum(exportFormats, "Choose CSV or JSON-LD."),
    ids: z
      .array(z.uuid("One of the annotations that were named is none."))
      .max(MAX_CHANGED_AT_ONCE, `At most ${MAX_CHANGED_AT_ONCE} are named at once.`),
    filters: filtersSchema,
  })
  .refine(({ all, ids }) => all || ids.length > 0, "Select at least one annotation.");
