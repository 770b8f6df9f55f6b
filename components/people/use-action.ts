import { useState, useTransition } from "react";
import type { ActionResult } from "@/lib/errors";

export type ActionState = { at: "rest" } | { at: "done" } | { at: "failed"; message: string; field?: string };

const NO_CONNECTION = "Hedgerow could not be reached, so nothing was changed. Check the connection and try again.";

/** Runs a server action and keeps what came of it. An action that could not be sent is a failure like the others. */
export function useAction<Input>(action: (input: Input) => Promise<ActionResult<null>>) {
  const [state, setState] = useState<ActionState>({ at: "rest" });
  const [isBusy, startAction] = useTransition();
  const run = (input: Input, onDone?: () => void | Promise<void>) => {
    startAction(async () => {
      try {
        const result = await action(input);
        if (result.ok) await onDone?.();
        setState(result.ok ? { at: "done" } : { at: "failed", message: result.message, field: result.field });
      } catch (error) {
        reportError(error);
        setState({ at: "failed", message: NO_CONNECTION });
      }
    });
  };
  return { state, isBusy, run };
}
