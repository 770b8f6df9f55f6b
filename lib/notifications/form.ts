import { z } from "zod";
import { markReadSchema, setFollowSchema } from "./schema";

/** The forms, as they come from a browser with script or without: the same fields, read the same way. */
const form = z.instanceof(FormData);

/** `id`, once for each notice, or `until` for all that there were then. */
export const markReadFormSchema = form
  .transform((from) => (from.has("until") ? { until: from.get("until") } : { ids: from.getAll("id") }))
  .pipe(z.preprocess((value) => value, markReadSchema));

/** `kind` and `id` of what is followed; `mode` of the button that was pressed, empty for neither. */
export const followFormSchema = form
  .transform((from) => ({ subject: { kind: from.get("kind"), id: from.get("id") }, mode: from.get("mode") || null }))
  .pipe(z.preprocess((value) => value, setFollowSchema));
