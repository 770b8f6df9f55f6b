"use client";
import { useId, useState, useTransition } from "react";
import { type CritiqueKind, critiqueKinds, type RaiseCritique } from "@/lib/critiques/schema";
import { kindSentences } from "@/lib/critiques/words";
import type { ActionResult } from "@/lib/errors";
import { problemOf } from "../reader/client/problem-of";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

type Props = {
  subject: RaiseCritique["subject"];
  /** those with which the annotation is tagged */
  frameworks: readonly { id: string; sign: string; label: string }[];
  raise(input: RaiseCritique): Promise<ActionResult<{ critiqueId: string }>>;
  onRaised?(critiqueId: string): void;
  onCancel(): void;
};

/** The kinds that object to a framework: one says which. */
const aboutFramework: ReadonlySet<CritiqueKind> = new Set(["framework", "undercut"]);

/** Makes one's own annotation or comment a critique: says what it objects to, and asks the author for an answer. */
export function RaiseForm({ subject, frameworks, raise, onRaised, onCancel }: Props) {
  const name = useId();
  const [kind, setKind] = useState<CritiqueKind | null>(null);
  const [frameworkId, setFramework] = useState(frameworks[0]?.id ?? null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, start] = useTransition();
  // Without a tag there is no framework for it to bear on.
  const offered = critiqueKinds.filter((one) => frameworks.length > 0 || one !== "undercut");
  const isAboutFramework = kind !== null && aboutFramework.has(kind) && frameworks.length > 0;

  const send = () => {
    if (isSending) return;
    if (kind === null) return setProblem("Choose first what it objects to.");
    setProblem(null);
    start(async () => {
      const input = { subject, kind, frameworkId: isAboutFramework ? frameworkId : null };
      const message = await problemOf(raise(input), ({ critiqueId }) => onRaised?.(critiqueId));
      setProblem(message);
    });
  };

  return (
    <form
      className="raise"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset>
        <legend>Ask the author to answer. What does it object to?</legend>
        {offered.map((one) => (
          <label className="check" key={one}>
            <input type="radio" name={name} checked={kind === one} onChange={() => setKind(one)} />
            {kindSentences[one]}
          </label>
        ))}
      </fieldset>
      {isAboutFramework && (
        <label className="raise__fw">
          Framework
          <select className="input" value={frameworkId ?? ""} onChange={(event) => setFramework(event.target.value)}>
            {frameworks.map(({ id, sign, label }) => (
              <option key={id} value={id}>
                {sign} {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className="hint">Everyone can follow what comes of it. You say in the end whether the answer settles it.</p>
      {problem !== null && (
        <p className="hint err" role="alert">
          <Icon name="warn" />
          {problem}
        </p>
      )}
      <p className="acts">
        <Button type="submit" variant="primary" size="sm" aria-disabled={isSending || undefined}>
          {isSending ? "Asking…" : "Ask for an answer"}
        </Button>
        <Button variant="quiet" size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </p>
    </form>
  );
}
