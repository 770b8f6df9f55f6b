"use client";
import { type FormEvent, useId, useState } from "react";
import { MAX_REASON_LENGTH } from "@/lib/attributions/schema";
import { ActionNote, errorOf } from "../people/action-note";
import { useAction } from "../people/use-action";
import { Button } from "../ui/button";
import { Field, Input } from "../ui/field";
import type { Decide } from "./attribution-actions";

type Props = { attributionId: string /** whose, and what */; label: string; decide: Decide };

/** Confirms a request, or declines it with a reason. */
export function DecideForm({ attributionId, label, decide }: Props) {
  const [reason, setReason] = useState("");
  const { state, isBusy, run } = useAction(decide);
  const id = useId();
  const send = (outcome: "confirmed" | "declined") => {
    if (!isBusy) run({ attributionId, outcome, reason });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send("confirmed");
  };
  return (
    <form onSubmit={submit}>
      <Field id={id} label="Reason" hint="Needed to decline; it is kept." error={errorOf(state, "reason")}>
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
        <Button type="submit" aria-disabled={isBusy || undefined} aria-label={`Confirm: ${label}`}>
          Confirm
        </Button>
        <Button aria-disabled={isBusy || undefined} aria-label={`Decline: ${label}`} onClick={() => send("declined")}>
          Decline
        </Button>
        <ActionNote state={state} done="Decided." fields={["reason"]} />
      </div>
    </form>
  );
}
