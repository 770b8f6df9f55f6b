import { type SubmitEvent, useActionState, useState, useTransition } from "react";
import type { Changed } from "@/lib/changes/state";
import type { ActionResult } from "@/lib/errors";

/** An action that changes annotations, as a form sends it. */
export type SendChange = (last: ActionResult<Changed> | null, form: FormData) => Promise<ActionResult<Changed>>;

const NO_CONNECTION = "Hedgerow could not be reached, so it is not certain that anything was changed. Try again, or load the page again.";

/**
 * A form that is sent to a server action. Without script the browser sends it, and the answer comes with the next page; with
 * script it is sent from here, so that a lost connection is an answer like the others and the page stays.
 */
export function useFormSend(send: SendChange) {
  const [plain, action] = useActionState(send, null);
  const [answer, setAnswer] = useState<ActionResult<Changed> | null>(null);
  const [isSending, startSending] = useTransition();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    // A button that leads elsewhere (to a file) is the browser's.
    if (event.nativeEvent.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
    if (isSending) return;
    setAnswer(null);
    startSending(async () => {
      try {
        setAnswer(await send(null, form));
      } catch (error) {
        reportError(error);
        setAnswer({ ok: false, code: "unavailable", message: NO_CONNECTION });
      }
    });
  };
  return { answer: answer ?? plain, isSending, form: { action, onSubmit } };
}
