"use client";
import { unstable_isUnrecognizedActionError, useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { type Choice, isAnswer, needsWords, type RevisedText } from "@/lib/critiques/answer";
import type { CritiqueState } from "@/lib/critiques/life";
import type { ShownCritique, TakeStep } from "@/lib/critiques/schema";
import type { ActionResult } from "@/lib/errors";
import type { KeptDraftHandle } from "../drafts/use-kept-draft";

/** Takes a step, as the server action does. */
export type TakeStepAct = (input: TakeStep) => Promise<ActionResult<{ stepCount: number; state: CritiqueState }>>;

const UNREACHABLE = "Hedgerow could not be reached, so nothing was posted. What you wrote is still here; try again.";
const RENEWED = "Hedgerow was renewed since this page was opened. Load the page again: your draft is kept.";

type Tools = {
  critique: ShownCritique;
  draft: KeptDraftHandle;
  choice: Choice | null;
  revision: RevisedText | null;
  take: TakeStepAct;
  onTaken: ((state: CritiqueState) => void) | undefined;
};

/**
 * Sends the step that was chosen and written. Who takes a step says how much of the critique they have seen: what came since is shown
 * first, and the words stay.
 */
export function useStep({ critique, draft, choice, revision, take, onTaken }: Tools) {
  const router = useRouter();
  const [seen, setSeen] = useState(critique.stepCount);
  const [isConflict, setConflict] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, start] = useTransition();
  // One's own step, just taken, is no news; one taken in another window is, and the server says so.
  const meanwhile = critique.steps.filter(({ number, person }) => number > seen && (isConflict || !person.isViewer));

  return {
    problem,
    isSending,
    meanwhile,
    /** the person has read what came since, and goes on */
    goOn() {
      setSeen(critique.stepCount);
      setConflict(false);
      setProblem(null);
    },
    post() {
      if (isSending) return;
      const wrong = whatIsMissing(choice, draft.text, revision) ?? (meanwhile.length > 0 ? "Read first what came meanwhile." : null);
      setProblem(wrong);
      if (wrong !== null || choice === null) return;
      const text = draft.text.trim() === "" ? null : draft.text;
      const input: TakeStep = {
        critiqueId: critique.id,
        kind: choice.kind,
        stepCount: seen,
        text,
        requestId: draft.requestId(),
        revised: choice.kind === "revise" ? revisedAt(choice.blockId, revision) : null,
      };
      start(async () => {
        const result = await sent(take, input);
        if (result.ok) {
          setSeen(result.value.stepCount);
          draft.clear();
          onTaken?.(result.value.state);
          return;
        }
        setProblem(result.message);
        if (result.code === "conflict") {
          setConflict(true);
          router.refresh(); // brings what came
        }
      });
    },
  };
}

function whatIsMissing(choice: Choice | null, text: string, revision: RevisedText | null): string | null {
  if (choice === null) return "Choose first how you answer.";
  if (choice.kind === "revise" && (revision === null || revision.number === 1))
    return "Bring in the new text first; what you wrote is kept.";
  if (text.trim() !== "" || !needsWords(choice.kind)) return null;
  return isAnswer(choice.kind) ? "Write your answer first." : "Write first why it is opened again.";
}

function revisedAt(blockId: string | null, revision: RevisedText | null): TakeStep["revised"] {
  const block = revision?.blocks.find(({ id }) => id === blockId);
  return revision && block ? { revisionId: revision.id, start: block.start, end: block.end } : null;
}

async function sent(take: TakeStepAct, input: TakeStep): ReturnType<TakeStepAct> {
  try {
    return await take(input);
  } catch (error) {
    // an action that could not be sent throws whatever the network threw
    const isRenewed = unstable_isUnrecognizedActionError(error);
    if (!isRenewed) reportError(error);
    return { ok: false, code: "unavailable", message: isRenewed ? RENEWED : UNREACHABLE };
  }
}
