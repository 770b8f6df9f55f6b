"use client";
import Link from "next/link";
import { type FormEvent, useId, useState } from "react";
import type { ActionResult } from "@/lib/errors";
import { type Register, registerSchema } from "@/lib/people/schema";
import { asSentence } from "@/lib/sentence";
import { paths, withQuery } from "../shell/paths";
import { Button } from "../ui/button";
import { Field, Input } from "../ui/field";
import { Icon } from "../ui/icon";
import { continueTo, signInWithPassphrase } from "./credentials";
import { PassphraseInput } from "./passphrase-input";
import { lengthInWords } from "./passphrase-length";
import { signInWords } from "./sign-in-words";

type Props = { register: (input: Register) => Promise<ActionResult<null>>; callbackUrl: string };

/** What is wrong, by the field it is wrong in; `form` is for what is wrong with none of them. */
type Problems = Partial<Record<keyof Register | "form", string>>;

/** Making an account. It signs in at once. */
export function RegisterForm({ register, callbackUrl }: Props) {
  const [input, setInput] = useState<Register>({ displayName: "", email: "", passphrase: "" });
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setBusy] = useState(false);
  const id = useId();
  const set = (name: keyof Register) => (value: string) => {
    setInput((before) => ({ ...before, [name]: value }));
    // what was wrong with the old words need not be wrong with these
    setProblems((before) => ({ ...before, [name]: undefined }));
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = event.currentTarget;
    setBusy(true);
    const found = (await problemsOf(input, register)) ?? (await enter(input, callbackUrl));
    setBusy(false);
    setProblems(found ?? {});
    if (found === null) continueTo(callbackUrl);
    else focusFirst(form, found, id);
  };

  return (
    <form className="sign__form" onSubmit={submit} noValidate>
      <div role="alert">
        {problems.form !== undefined && (
          <p className="hint err">
            <Icon name="warn" />
            <span>{problems.form}</span>
          </p>
        )}
      </div>
      <Field
        id={`${id}-displayName`}
        label="Your name"
        hint="As others will see it beside your notes, in any script."
        error={problems.displayName}
      >
        <Input
          id={`${id}-displayName`}
          isLarge
          hasHint
          required
          autoComplete="name"
          value={input.displayName}
          error={problems.displayName}
          onChange={(event) => set("displayName")(event.target.value)}
        />
      </Field>
      <Field id={`${id}-email`} label="Email" hint="To sign in with. Others never see it." error={problems.email}>
        <Input
          id={`${id}-email`}
          type="email"
          isLarge
          hasHint
          required
          autoComplete="username"
          value={input.email}
          error={problems.email}
          onChange={(event) => set("email")(event.target.value)}
        />
      </Field>
      <PassphraseInput
        id={`${id}-passphrase`}
        label="Passphrase"
        autoComplete="new-password"
        value={input.passphrase}
        hint={problems.passphrase !== undefined && input.passphrase === "" ? undefined : lengthInWords(input.passphrase)}
        error={problems.passphrase}
        onChange={set("passphrase")}
      />
      <Button variant="primary" size="lg" type="submit" aria-disabled={isBusy || undefined}>
        {isBusy ? "Making your account…" : "Make an account"}
      </Button>
      <p className="sign__alt">
        <Link className="link" href={withQuery(paths.signIn, { callbackUrl })}>
          I have one: sign in
        </Link>
      </p>
    </form>
  );
}

/** Everything that keeps the account from being made, or null when it was made. Checked here first, so that all fields speak at once. */
async function problemsOf(input: Register, register: Props["register"]): Promise<Problems | null> {
  const parsed = registerSchema.safeParse(input);
  if (!parsed.success) return Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), asSentence(issue.message)]));
  try {
    const result = await register(parsed.data);
    return result.ok ? null : { [result.field ?? "form"]: result.message };
  } catch (error) {
    reportError(error);
    return { form: signInWords("connection") ?? "" };
  }
}

async function enter(input: Register, callbackUrl: string): Promise<Problems | null> {
  const problem = await signInWithPassphrase(input.email, input.passphrase, callbackUrl);
  return problem === null ? null : { form: `Your account was made, but signing in did not work yet. ${signInWords(problem)}` };
}

function focusFirst(form: HTMLFormElement, problems: Problems, id: string): void {
  const first = (["displayName", "email", "passphrase"] as const).find((name) => problems[name] !== undefined);
  if (first === undefined) return;
  const control = form.elements.namedItem(`${id}-${first}`);
  if (control instanceof HTMLElement) control.focus();
}
