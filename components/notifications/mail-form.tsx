"use client";
import { type FormEvent, useState } from "react";
import type { ActionResult } from "@/lib/errors";
import { type MailRhythm, mailRhythms } from "@/lib/notifications/schema";
import { ActionNote } from "../people/action-note";
import { useAction } from "../people/use-action";
import { Button } from "../ui/button";

type Props = {
  rhythm: MailRhythm;
  canBeMailed: boolean;
  setRhythm: (input: { rhythm: MailRhythm }) => Promise<ActionResult<null>>;
};

const words: Record<MailRhythm, string> = {
  atOnce: "At once, whenever there is something",
  daily: "At most one mail a day",
  weekly: "At most one mail a week",
  never: "Never; I look in the inbox",
};

/** How often what is unread in the inbox is sent by mail. */
export function MailForm({ rhythm, canBeMailed, setRhythm }: Props) {
  const [chosen, setChosen] = useState(rhythm);
  const { state, isBusy, run } = useAction(setRhythm);
  const isIdle = !isBusy && chosen !== rhythm;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isIdle) run({ rhythm: chosen });
  };
  return (
    <form className="part__f" onSubmit={submit}>
      <fieldset className="mailform">
        <legend className="hint">
          When somebody answers you, names you or answers your critique, and you have not read it yet.
          {!canBeMailed && " Nothing is sent until you have confirmed an email address."}
        </legend>
        {mailRhythms.map((one) => (
          <label className="check" key={one}>
            <input type="radio" name="rhythm" value={one} checked={chosen === one} onChange={() => setChosen(one)} />
            {words[one]}
          </label>
        ))}
      </fieldset>
      <div className="acts">
        <Button type="submit" aria-disabled={!isIdle || undefined}>
          {isBusy ? "Saving…" : "Save"}
        </Button>
        <ActionNote state={state} done="Saved." />
      </div>
    </form>
  );
}
