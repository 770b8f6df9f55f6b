import { z } from "zod";
import { subjectSchema } from "@/lib/threads/schema";

/** Which thread is asked for: what it is about, with its article's slug; or by its own id one that was imported. */
export const whichSchema = z.union([
  z.object({ kind: z.literal("thread"), id: z.uuid() }).transform(({ id }) => ({ threadId: id })),
  subjectSchema.and(z.object({ slug: z.string().min(1).max(400) })).transform(({ slug, ...subject }) => ({ slug, subject })),
]);

export const fromSchema = z.object({ from: z.uuid().optional() });
