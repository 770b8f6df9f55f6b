"use client";
import { type FormEvent, useId, useState } from "react";
import type { ActionResult } from "@/lib/errors";
import { MAX_REASON_LENGTH, type Moderate } from "@/lib/moderation/schema";
import { ActionNote, errorOf } from "../people/action-note";
import { useAction } from "../people/use-action";
import { Button } from "../ui/button";
import { Field, Input } from "../ui/field";

export type ModerateAction = (input: Moderate) => Promise<ActionResult<null>>;
type Props = { subject: Moderate["subject"] /** what the button says */; label: string; moderate: ModerateAction };

/** Hides words or brings them back, with a reason that everybody can read. */
export function ModerateForm({ subject, label, moderate }: Props) {
  const [reason, setReason] = useState("");
  const { state, isBusy, run } = useAction(moderate);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) run({ subject, reason });
  };
  return (
    <form onSubmit={submit}>
      <Field id={id} label="Reason" hint="Everybody can read it here." error={errorOf(state, "reason")}>
        <Input
          id={id}
          hasHint
          dir="auto"
          maxLength={MAX_REASON_LENGTH}
          value={reason}
          error={errorOf(state, "reason")}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <div className="acts">
        <Button type="submit" aria-disabled={isBusy || undefined}>
          {isBusy ? "Saving…" : label}
        </Button>
        <ActionNote state={state} done="Done." fields={["reason"]} />
      </div>
    </form>
  );
}
