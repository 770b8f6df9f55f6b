import { z } from "zod";
import { putBackSchema } from "./schema";

const form = z.instanceof(FormData);

function textOf(from: FormData, name: string): string {
  const value = from.get(name);
  return typeof value === "string" ? value : "";
}

/** A former version's button: its fields, as they come from a form with or without script. */
export const putBackFormSchema = form
  .transform((from) => ({
    items: [
      {
        annotationId: textOf(from, "annotationId"),
        version: Number(textOf(from, "version")),
        toVersion: Number(textOf(from, "toVersion")),
      },
    ],
    keepsAudience: true,
  }))
  .pipe(putBackSchema);
