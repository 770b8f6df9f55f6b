import { z } from "zod";
import { MAX_PASSAGE_LENGTH } from "../annotations/limits";

const span = {
  /** [start, end): UTF-16 code units into the new revision's text */
  start: z.number().int().min(0),
  end: z.number().int().min(1),
};

export const decideSchema = z.object({
  rootId: z.uuid(),
  revisionId: z.uuid(),
  /** the placement's version that the person saw; a newer one in the database is a conflict */
  version: z.number().int().min(1),
  decision: z.discriminatedUnion("kind", [
    /** one of the candidates is the place */
    z.object({ kind: z.literal("accept"), ...span }),
    /** the place is what the person selected; `quote` is refused when the text says otherwise */
    z.object({ kind: z.literal("reanchor"), ...span, quote: z.string().min(1).max(MAX_PASSAGE_LENGTH) }),
    /** it has no place in the new text, and stays readable on the older one */
    z.object({ kind: z.literal("leave") }),
    /** takes the decision back */
    z.object({ kind: z.literal("undo") }),
  ]),
});
export type Decide = z.infer<typeof decideSchema>;
export type Decision = Decide["decision"];
