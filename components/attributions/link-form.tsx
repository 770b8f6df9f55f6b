"use client";
import { type FormEvent, useId, useState } from "react";
import type { Name } from "@/lib/attributions/schema";
import { ActionNote, errorOf } from "../people/action-note";
import { useAction } from "../people/use-action";
import { Button } from "../ui/button";
import { Field, Input } from "../ui/field";
import type { AttributionActions } from "./attribution-actions";

type Props = {
  name: Name;
  /** as it is printed */
  label: string;
  people: readonly { personId: string; displayName: string }[];
  hasEmail: boolean;
  link: AttributionActions["link"];
};

/** Links a name to a person: for who brought the article in by choosing, for an admin by address. */
export function LinkForm({ name, label, people, hasEmail, link }: Props) {
  const [email, setEmail] = useState("");
  const [personId, setPersonId] = useState(people[0]?.personId ?? "");
  const { state, isBusy, run } = useAction(link);
  const id = useId();
  const choose = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) run({ name, person: { by: "id", personId } });
  };
  const address = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) run({ name, person: { by: "email", email } });
  };
  return (
    <details>
      <summary className="link" aria-label={`Link ${label} to a person`}>
        Link to a person
      </summary>
      {people.length > 0 && (
        <form onSubmit={choose}>
          <Field id={`${id}-person`} label="Somebody who took part in this article">
            <select
              id={`${id}-person`}
              className="input input--select"
              value={personId}
              onChange={(event) => setPersonId(event.target.value)}
            >
              {people.map((person) => (
                <option key={person.personId} value={person.personId}>
                  {person.displayName}
                </option>
              ))}
            </select>
          </Field>
          <Button type="submit" aria-disabled={isBusy || undefined}>
            {isBusy ? "Linking…" : "Link"}
          </Button>
        </form>
      )}
      {hasEmail && (
        <form onSubmit={address}>
          <Field
            id={`${id}-email`}
            label="Email address"
            hint="Of an account that has confirmed it."
            error={errorOf(state, "person.email")}
          >
            <Input
              id={`${id}-email`}
              type="email"
              hasHint
              autoComplete="off"
              value={email}
              error={errorOf(state, "person.email")}
              onChange={(event) => setEmail(event.target.value)}
            />
          </Field>
          <Button type="submit" aria-disabled={isBusy || undefined}>
            {isBusy ? "Linking…" : "Link by address"}
          </Button>
        </form>
      )}
      <ActionNote state={state} done="Linked." fields={["person.email"]} />
    </details>
  );
}
