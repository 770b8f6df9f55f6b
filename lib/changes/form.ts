import { z } from "zod";
import { changeManySchema, putBackSchema } from "./schema";

/** The lists' forms, as they come from a browser with script or without: the same fields, read the same way. */
const form = z.instanceof(FormData);

function textOf(from: FormData, name: string): string {
  const value = from.get(name);
  return typeof value === "string" ? value : "";
}

/** `item`s, "id:version" and for putting back "id:version:toVersion": a checked box, or a hidden field. */
function itemsOf(from: FormData) {
  return from.getAll("item").map((value) => {
    const [annotationId = "", version, toVersion] = typeof value === "string" ? value.split(":") : [];
    return { annotationId, version: Number(version), toVersion: Number(toVersion) };
  });
}

export const putBackFormSchema = form
  .transform((from) => ({ items: itemsOf(from), keepsAudience: textOf(from, "keepsAudience") !== "" }))
  .pipe(putBackSchema);

/** Every field of the form is sent, whatever is done: only those that the kind of change needs are looked at. */
export const changeManyFormSchema = form
  .transform((from) => {
    // A button of its own does it, whatever else is chosen.
    const kind = textOf(from, "act") === "delete" ? "delete" : textOf(from, "kind");
    const frameworkId = kind === "stance" ? textOf(from, "stanceOf") || null : textOf(from, "frameworkId");
    const change = { kind, frameworkId, by: textOf(from, "by"), stance: textOf(from, "stance"), audience: textOf(from, "audience") };
    return { items: itemsOf(from), change };
  })
  .pipe(z.preprocess((value) => value, changeManySchema));
