"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../ui/button";
import { Field, Input } from "../ui/field";
import type { AccountActions } from "./account-actions";
import { ActionNote, errorOf } from "./action-note";
import { useAction } from "./use-action";

type Props = { displayName: string; changeName: AccountActions["changeName"] };

/** Changes the name that others see. */
export function NameForm({ displayName, changeName }: Props) {
  const [name, setName] = useState(displayName);
  const { state, isBusy, run } = useAction(changeName);
  const id = useId();
  const isIdle = !isBusy && name.trim() !== displayName;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isIdle) run({ displayName: name });
  };
  return (
    <form className="part__f" onSubmit={submit}>
      <Field id={id} label="Display name" hint="As others see it beside your notes, in any script." error={errorOf(state, "displayName")}>
        <Input
          id={id}
          hasHint
          autoComplete="name"
          value={name}
          error={errorOf(state, "displayName")}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <div className="acts">
        <Button type="submit" aria-disabled={!isIdle || undefined}>
          {isBusy ? "Saving…" : "Save the name"}
        </Button>
        <ActionNote state={state} done="Saved." fields={["displayName"]} />
      </div>
    </form>
  );
}
