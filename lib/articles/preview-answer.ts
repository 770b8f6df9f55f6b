import { z } from "zod";
import { blockKinds, draftCommentSchema, formatRangeSchema, type ImportPreview } from "./schema";

/**
 * The preview as it comes back from the server. Looser than the schema of a draft to save: an import that found no
 * title is shown so that a person can give it one.
 */
const previewSchema: z.ZodType<ImportPreview> = z.object({
  format: z.enum(["text", "markdown", "html"]),
  draft: z.object({
    title: z.string(),
    standfirst: z.string().optional(),
    authors: z.array(z.string()),
    language: z.string(),
    sourceUrl: z.string().optional(),
    citation: z.string().optional(),
    published: z.string().optional(),
    biography: z.string().optional(),
    blocks: z.array(
      z.object({ kind: z.enum(blockKinds), level: z.number().int().optional(), text: z.string(), formats: z.array(formatRangeSchema) }),
    ),
    comments: z.array(draftCommentSchema),
  }),
  dropped: z.array(z.object({ line: z.number().int().nullable(), text: z.string(), why: z.string() })),
});

const problemSchema = z.object({ message: z.string().min(1) });

export type PreviewAnswer = { ok: true; preview: ImportPreview } | { ok: false; message: string };

const wordsFor: Partial<Record<number, string>> = {
  401: "Sign in to add an article. What you typed is still here.",
  413: "This is larger than an article may be. Bring it in by its parts.",
  429: "That was tried too often. Wait a minute, then try again.",
  503: "Hedgerow cannot reach its database at the moment. Wait a little, then try again.",
};

/** What the preview's door said: a preview, or words for the person. A body that is neither is a fault of ours, and is said to be one. */
export function readPreviewAnswer(status: number, body: unknown): PreviewAnswer {
  if (status >= 200 && status < 300) {
    const preview = previewSchema.safeParse(body);
    if (preview.success) return { ok: true, preview: preview.data };
  }
  const problem = problemSchema.safeParse(body);
  if (problem.success) return { ok: false, message: problem.data.message };
  return {
    ok: false,
    message: wordsFor[status] ?? "Something went wrong on our side while reading this. Nothing was saved; try again in a moment.",
  };
}
