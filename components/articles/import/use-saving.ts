import { unstable_isUnrecognizedActionError, useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { checkDraft, type DraftProblem, placeOf } from "@/lib/articles/draft-problems";
import type { EditedDraft } from "@/lib/articles/edited-draft";
import { paths } from "../../shell/paths";
import { NO_CONNECTION } from "./preview-request";
import type { SaveArticle } from "./save-article";

/** The page's calls are those of the server that it came from. */
const RENEWED =
  "Hedgerow was renewed since this page was opened, and cannot take it from here. Copy what you corrected, load the page again and preview the article anew.";

export type SaveOutcome =
  | { at: "editing" }
  | { at: "refused"; problems: DraftProblem[] }
  /** the very same text is in the library: nothing was changed */
  | { at: "existed"; slug: string }
  | { at: "saved" };

/** Saves a draft (`submit`). It is checked here first, so that everything that is wrong is said at once and beside its field. */
export function useSaving(save: SaveArticle): { outcome: SaveOutcome; isSaving: boolean; submit: (draft: EditedDraft) => void } {
  const [outcome, setOutcome] = useState<SaveOutcome>({ at: "editing" });
  const [isSaving, startSaving] = useTransition();
  const router = useRouter();

  const submit = (draft: EditedDraft) => {
    const checked = checkDraft(draft);
    if ("problems" in checked) {
      setOutcome({ at: "refused", problems: checked.problems });
      return;
    }
    startSaving(async () => {
      const next = await outcomeOf(save, draft, checked.draft);
      if (next.at === "stored") {
        setOutcome({ at: "saved" });
        router.push(paths.article(next.slug));
      } else setOutcome(next);
    });
  };
  return { outcome, isSaving, submit };
}

async function outcomeOf(
  save: SaveArticle,
  edited: EditedDraft,
  draft: Parameters<SaveArticle>[0],
): Promise<SaveOutcome | { at: "stored"; slug: string }> {
  try {
    const result = await save(draft);
    if (result.ok) return result.value.existed ? { at: "existed", slug: result.value.slug } : { at: "stored", slug: result.value.slug };
    const place = result.field === undefined ? ({ kind: "draft" } as const) : placeOf(edited, result.field.split("."));
    return { at: "refused", problems: [{ place, message: result.message }] };
  } catch (error) {
    if (unstable_isUnrecognizedActionError(error)) return { at: "refused", problems: [{ place: { kind: "draft" }, message: RENEWED }] };
    // an action that could not be sent throws whatever the network threw; the draft is still all here
    reportError(error);
    return { at: "refused", problems: [{ place: { kind: "draft" }, message: NO_CONNECTION }] };
  }
}
