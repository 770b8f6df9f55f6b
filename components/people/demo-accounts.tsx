"use client";
import { useState } from "react";
import type { DemoAccount } from "@/lib/people/schema";
import { Avatar } from "../ui/avatar";
import { Icon } from "../ui/icon";
import { continueTo, signInWithPassphrase } from "./credentials";
import { signInWords } from "./sign-in-words";

type Props = { accounts: readonly DemoAccount[]; passphrase: string; callbackUrl: string };

/** The demonstration's people. One press signs in as one of them. */
export function DemoAccounts({ accounts, passphrase, callbackUrl }: Props) {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const enter = async (email: string) => {
    setBusy(email);
    setProblem(null);
    const error = await signInWithPassphrase(email, passphrase, callbackUrl);
    if (error === null) return continueTo(callbackUrl);
    setBusy(null);
    setProblem(signInWords(error));
  };
  return (
    <section className="demo" aria-labelledby="demo">
      <h2 className="h2" id="demo">
        Try it as somebody
      </h2>
      <p className="demo__p">These accounts belong to the demonstration. Everybody shares them, so keep nothing private in them.</p>
      <ul className="demo__l">
        {accounts.map(({ displayName, email, part }) => (
          <li key={email}>
            <button type="button" className="demo__b" disabled={busy !== null} onClick={() => enter(email)}>
              <Avatar name={displayName} isLarge />
              <span>
                <b>{displayName}</b>
                <small>{busy === email ? "signing in…" : part}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div role="alert">
        {problem !== null && (
          <p className="hint err">
            <Icon name="warn" />
            <span>{problem}</span>
          </p>
        )}
      </div>
    </section>
  );
}
