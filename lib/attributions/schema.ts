import { z } from "zod";
import { storable } from "../plain-text";

export const MAX_STATEMENT_LENGTH = 2_000;
export const MAX_REASON_LENGTH = 500;

const words = (max: number, what: string) =>
  z
    .string()
    .max(max, `At most ${max} characters`)
    .transform((text) => storable(text).trim())
    .refine((text) => text !== "", what);

/** A name under an article: of an author, or of somebody who commented where it was first published. */
export const nameSchema = z.object({ kind: z.enum(["byline", "commenter"]), id: z.uuid() });
export type Name = z.infer<typeof nameSchema>;

export const requestAttributionSchema = z.object({
  name: nameSchema,
  /** how the person shows that they wrote it */
  statement: words(MAX_STATEMENT_LENGTH, "Say how you can show that you wrote it"),
});
export type RequestAttribution = z.infer<typeof requestAttributionSchema>;

export const linkPersonSchema = z.object({
  name: nameSchema,
  person: z.discriminatedUnion("by", [
    /** for admins: an address that its account has confirmed */
    z.object({ by: z.literal("email"), email: z.email("An address such as name@university.example").max(320) }),
    z.object({ by: z.literal("id"), personId: z.uuid("Choose a person") }),
  ]),
});
export type LinkPerson = z.infer<typeof linkPersonSchema>;

export const decideAttributionSchema = z
  .object({
    attributionId: z.uuid(),
    outcome: z.enum(["confirmed", "declined"]),
    reason: z
      .string()
      .max(MAX_REASON_LENGTH, `At most ${MAX_REASON_LENGTH} characters`)
      .transform((text) => storable(text).trim()),
  })
  .refine(({ outcome, reason }) => outcome === "confirmed" || reason !== "", { message: "Say why not", path: ["reason"] });
export type DecideAttribution = z.infer<typeof decideAttributionSchema>;

export const attributionIdSchema = z.object({ attributionId: z.uuid() });
