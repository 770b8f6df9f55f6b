"use client";
import { ActionNote } from "../people/action-note";
import { useAction } from "../people/use-action";
import { Button } from "../ui/button";
import type { AttributionActions } from "./attribution-actions";

type Props = { attributionId: string; label: string; done: string; end: AttributionActions["end"] };

/** Ends a link, or takes a request back. It can be linked and asked for again, so nothing is asked first. */
export function EndButton({ attributionId, label, done, end }: Props) {
  const { state, isBusy, run } = useAction(end);
  return (
    <div className="acts">
      <Button size="sm" aria-disabled={isBusy || undefined} onClick={() => !isBusy && run({ attributionId })}>
        {label}
      </Button>
      <ActionNote state={state} done={done} />
    </div>
  );
}
