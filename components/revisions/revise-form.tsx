"use client";
import type { ArticleDraft, ImportPreview } from "@/lib/articles/schema";
import type { ActionResult } from "@/lib/errors";
import type { VerdictCounts } from "@/lib/placements/placement";
import { prefill } from "@/lib/revisions/prefill";
import type { RevisablePage } from "@/lib/revisions/revision";
import type { CreateRevision } from "@/lib/revisions/schema";
import { ImportForm } from "../articles/import/import-form";
import type { SaveArticle } from "../articles/import/save-article";

type Props = {
  page: RevisablePage;
  create: (input: CreateRevision) => Promise<ActionResult<{ slug: string; number: number }>>;
  foresee: (input: { articleId: string; draft: ArticleDraft }) => Promise<ActionResult<VerdictCounts>>;
};

/** Brings in a new text of an article: the import's own steps, begun from what is known, and what would become of the annotations. */
export function ReviseForm({ page: { article, newest, present }, create, foresee }: Props) {
  const save: SaveArticle = async (draft) => {
    const result = await create({ articleId: article.id, baseRevisionId: newest.id, draft });
    if (result.ok) return { ok: true, value: { slug: result.value.slug, existed: false } };
    return { ...result, field: result.field?.replace(/^draft\./, "") };
  };
  const presentText: ImportPreview = { format: "text", draft: present, dropped: [] };
  return (
    <ImportForm
      save={save}
      purpose={{
        title: `A new text of “${article.title}”`,
        lead: `Revision ${newest.number} stays readable with everything that was said in it. What was annotated is carried to the new text; where that is not certain, its makers are asked.`,
        saveWords: `Save as revision ${newest.number + 1}`,
        takesComments: false,
        begin: { words: "Begin from the present text", preview: presentText },
        prefill: (preview) => prefill(preview, present),
        foresee: (draft) => foresee({ articleId: article.id, draft }),
      }}
    />
  );
}
