"use client";
import { type FormEvent, useId, useState } from "react";
import type { Account } from "@/lib/people/schema";
import { paths } from "../shell/paths";
import { Button } from "../ui/button";
import type { AccountActions } from "./account-actions";
import { ActionNote, errorOf } from "./action-note";
import { continueTo, signInWithPassphrase } from "./credentials";
import { PassphraseInput } from "./passphrase-input";
import { lengthInWords } from "./passphrase-length";
import { useAction } from "./use-action";

type Props = { account: Pick<Account, "email" | "hasPassphrase">; changePassphrase: AccountActions["changePassphrase"] };

/** Changes the passphrase. That ends every session; where there is an address to sign in with, this browser is let in again at once. */
export function PassphraseForm({ account, changePassphrase }: Props) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { state, isBusy, run } = useAction(changePassphrase);
  const id = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    run({ current, next }, async () => {
      const problem = account.email === null ? "SessionRequired" : await signInWithPassphrase(account.email, next, paths.account);
      continueTo(problem === null ? paths.account : paths.signIn);
    });
  };
  return (
    <form className="part__f" onSubmit={submit}>
      {/* tells a password manager whose passphrase this is */}
      <input type="text" autoComplete="username" value={account.email ?? ""} readOnly hidden />
      {account.hasPassphrase && (
        <PassphraseInput
          id={`${id}-current`}
          label="Current passphrase"
          autoComplete="current-password"
          isLarge={false}
          value={current}
          error={errorOf(state, "current")}
          onChange={setCurrent}
        />
      )}
      <PassphraseInput
        id={`${id}-next`}
        label="New passphrase"
        autoComplete="new-password"
        isLarge={false}
        value={next}
        hint={lengthInWords(next)}
        error={errorOf(state, "next")}
        onChange={setNext}
      />
      <div className="acts">
        <Button type="submit" aria-disabled={isBusy || undefined}>
          {isBusy ? "Changing…" : "Change the passphrase"}
        </Button>
        <ActionNote state={state} done="Changed." fields={["current", "next"]} />
      </div>
      <p className="hint">Changing it ends every other session.</p>
    </form>
  );
}
