import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useState, useTransition } from "react";
import type { ActionResult } from "@/lib/errors";
import type { ReviewItem, ReviewPage } from "@/lib/reviews/review";
import type { Decide, Decision } from "@/lib/reviews/schema";

type Tools = {
  page: ReviewPage;
  decide: (input: Decide) => Promise<ActionResult<{ version: number }>>;
  say(text: string): void;
  onDecided(item: ReviewItem, kind: Decision["kind"]): void;
};

const UNREACHABLE = "Hedgerow could not be reached, so nothing was decided. Check the connection and try again.";
const RENEWED = "Hedgerow was renewed since this page was opened. Load the page again; what was decided so far is kept.";

const words: Record<Decision["kind"], string> = {
  accept: "Accepted",
  reanchor: "Placed again",
  leave: "Left on the older text",
  undo: "Taken back",
};

/** Sends decisions, one at a time. The page that comes back with the answer shows what was decided. */
export function useDeciding({ page, decide, say, onDecided }: Tools) {
  const [problem, setProblem] = useState<{ rootId: string; message: string } | null>(null);
  const [busyId, setBusyId] = useState<string | null>(null);
  const [isPending, start] = useTransition();

  return {
    problem,
    busyId: isPending ? busyId : null,
    decide(item: ReviewItem, decision: Decision) {
      if (isPending) return;
      setProblem(null);
      setBusyId(item.rootId);
      start(async () => {
        const message = await send(decide, { rootId: item.rootId, revisionId: page.revision.id, version: item.version, decision });
        if (message !== null) return setProblem({ rootId: item.rootId, message });
        const decided = page.decidedCount + (decision.kind === "undo" ? -1 : item.decided ? 0 : 1);
        say(`${words[decision.kind]}. ${decided} of ${page.total} decided.`);
        onDecided(item, decision.kind);
      });
    },
  };
}

/** Null when it is stored, else why not. */
async function send(decide: Tools["decide"], input: Decide): Promise<string | null> {
  try {
    const result = await decide(input);
    return result.ok ? null : result.message;
  } catch (error) {
    if (unstable_isUnrecognizedActionError(error)) return RENEWED;
    // an action that could not be sent throws whatever the network threw
    reportError(error);
    return UNREACHABLE;
  }
}
