"use client";
import Link from "next/link";
import { type FormEvent, useId, useState } from "react";
import { paths, withQuery } from "../shell/paths";
import { Button } from "../ui/button";
import { Field, Input } from "../ui/field";
import { Icon } from "../ui/icon";
import { continueTo, requestSignInLink, signInWithPassphrase } from "./credentials";
import { OtherDoors } from "./other-doors";
import { PassphraseInput } from "./passphrase-input";
import { signInWords } from "./sign-in-words";

type Props = {
  providers: readonly { id: string; name: string }[];
  /** whether links can be sent by mail */
  emailLink: boolean;
  /** a path of ours, where signing in leads */
  callbackUrl: string;
  /** what next-auth put into the address: why an earlier attempt failed */
  error?: string | null;
};

type State = { at: "rest" } | { at: "busy" } | { at: "failed"; message: string } | { at: "sent"; email: string };

/** Signing in by passphrase, by a link in a mail, or by another site. */
export function SignInForm({ providers, emailLink, callbackUrl, error }: Props) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const told = signInWords(error);
  const [state, setState] = useState<State>(told === null ? { at: "rest" } : { at: "failed", message: told });
  const id = useId();
  const isBusy = state.at === "busy";

  const fail = (problem: string | null) => setState({ at: "failed", message: signInWords(problem) ?? "" });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setState({ at: "busy" });
    const problem = await signInWithPassphrase(email, password, callbackUrl);
    if (problem === null) continueTo(callbackUrl);
    else fail(problem);
  };
  const sendLink = async () => {
    if (isBusy) return;
    if (email.trim() === "") {
      setState({ at: "failed", message: "Enter your address above; the link is sent there." });
      return;
    }
    setState({ at: "busy" });
    const problem = await requestSignInLink(email, callbackUrl);
    if (problem === null) setState({ at: "sent", email });
    else fail(problem);
  };

  if (state.at === "sent") {
    return (
      <div className="sign__form" role="status">
        <h2 className="h2">Check your mail</h2>
        <p className="sign__t">A link is on its way to {state.email}. It works once, within an hour. You can close this page.</p>
        <Button variant="quiet" onClick={() => setState({ at: "rest" })}>
          Use another address
        </Button>
      </div>
    );
  }
  return (
    <>
      <form className="sign__form" onSubmit={submit}>
        <div role="alert">
          {state.at === "failed" && (
            <p className="hint err" id={`${id}-problem`}>
              <Icon name="warn" />
              <span>{state.message}</span>
            </p>
          )}
        </div>
        <Field id={`${id}-email`} label="Email">
          <Input
            id={`${id}-email`}
            type="email"
            isLarge
            required
            autoComplete="username"
            value={email}
            aria-describedby={state.at === "failed" ? `${id}-problem` : undefined}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <PassphraseInput
          id={`${id}-passphrase`}
          label="Passphrase"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button variant="primary" size="lg" type="submit" aria-disabled={isBusy || undefined}>
          {isBusy ? "Signing in…" : "Sign in"}
        </Button>
        {emailLink && (
          <Button size="lg" onClick={sendLink} aria-disabled={isBusy || undefined}>
            <Icon name="mail" />
            Send me a link instead
          </Button>
        )}
      </form>
      <OtherDoors providers={providers} callbackUrl={callbackUrl} />
      <p className="sign__alt">
        <Link className="link" href={withQuery(paths.register, { callbackUrl })}>
          Make an account
        </Link>
        <Link className="link" href={paths.library}>
          Read without one
        </Link>
      </p>
    </>
  );
}
