import { useEffect, useState, useTransition } from "react";
import { checkDraft } from "@/lib/articles/draft-problems";
import type { EditedDraft } from "@/lib/articles/edited-draft";
import type { VerdictCounts } from "@/lib/placements/placement";
import type { DraftPurpose } from "./draft-purpose";
import { NO_CONNECTION } from "./preview-request";

export type Foreseen = { ok: true; counts: VerdictCounts } | { ok: false; message: string };

/**
 * What would become of the annotations, asked (`ask`) before a draft is stored; known for the draft as it is now, and forgotten with its
 * next correction. `isNeeded` until it is known, never where the purpose has nothing to foresee.
 */
export function useForesight(
  foresee: DraftPurpose["foresee"],
  now: EditedDraft,
): { foreseen: Foreseen | null; isNeeded: boolean; isAsking: boolean; ask: (draft: EditedDraft) => boolean } {
  const [foreseen, setForeseen] = useState<Foreseen | null>(null);
  const [isAsking, startAsking] = useTransition();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another draft (`now`) has another fate
  useEffect(() => setForeseen(null), [now]);

  /** False for a draft that cannot be stored as it is: saving it says why. */
  const ask = (edited: EditedDraft): boolean => {
    const checked = checkDraft(edited);
    if (!foresee || "problems" in checked) return false;
    startAsking(async () => {
      try {
        const result = await foresee(checked.draft);
        setForeseen(result.ok ? { ok: true, counts: result.value } : { ok: false, message: result.message });
      } catch (error) {
        // an action that could not be sent throws whatever the network threw
        reportError(error);
        setForeseen({ ok: false, message: NO_CONNECTION });
      }
    });
    return true;
  };
  return { foreseen, isNeeded: foresee !== undefined && foreseen?.ok !== true, isAsking, ask };
}
