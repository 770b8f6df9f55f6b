"use client";
import { type FormEvent, useId, useState } from "react";
import { MAX_STATEMENT_LENGTH, type Name } from "@/lib/attributions/schema";
import { ActionNote, errorOf } from "../people/action-note";
import { useAction } from "../people/use-action";
import { Button } from "../ui/button";
import { describedBy, Field } from "../ui/field";
import type { AttributionActions } from "./attribution-actions";

type Props = { name: Name /** as it is printed */; label: string; request: AttributionActions["request"] };

/** “I wrote this”: says that a name is one's own, for an admin to confirm. */
export function RequestForm({ name, label, request }: Props) {
  const [statement, setStatement] = useState("");
  const { state, isBusy, run } = useAction(request);
  const id = useId();
  const error = errorOf(state, "statement");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) run({ name, statement });
  };
  return (
    <details>
      <summary className="link" aria-label={`I wrote this, as ${label}`}>
        I wrote this
      </summary>
      <form onSubmit={submit}>
        <Field
          id={id}
          label="How can you show it?"
          hint="For the admins alone: a page of yours that names your account here, an address of your institution, your ORCID."
          error={error}
        >
          <textarea
            id={id}
            className="input"
            rows={3}
            dir="auto"
            maxLength={MAX_STATEMENT_LENGTH}
            value={statement}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={describedBy(id, { hasHint: true, hasError: error !== undefined })}
            onChange={(event) => setStatement(event.target.value)}
          />
        </Field>
        <Button type="submit" aria-disabled={isBusy || undefined}>
          {isBusy ? "Sending…" : "Ask an admin to confirm it"}
        </Button>
        <ActionNote state={state} done="Sent." fields={["statement"]} />
      </form>
    </details>
  );
}
