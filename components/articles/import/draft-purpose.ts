import type { ArticleDraft, ImportPreview } from "@/lib/articles/schema";
import type { ActionResult } from "@/lib/errors";
import type { VerdictCounts } from "@/lib/placements/placement";

/** What a source is read and corrected for: an article of its own, or a new text of one that is there. */
export type DraftPurpose = {
  /** of the first step */
  title: string;
  lead?: string;
  /** on the button that stores */
  saveWords: string;
  takesComments: boolean;
  /** a way to begin without a source */
  begin?: { words: string; preview: ImportPreview };
  /** what is known already goes where the source says nothing */
  prefill?: (preview: ImportPreview) => ImportPreview;
  /** what would become of the annotations; asked before anything is stored */
  foresee?: (draft: ArticleDraft) => Promise<ActionResult<VerdictCounts>>;
};

export const newArticle: DraftPurpose = { title: "Add an article", saveWords: "Save article", takesComments: true };
