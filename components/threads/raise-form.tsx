"use client";
import { useId, useState } from "react";
import { type CritiqueKind, critiqueKinds } from "@/lib/critiques/schema";
import { kindSentences } from "@/lib/critiques/words";
import { Button } from "../ui/button";
import { SendTrouble } from "./send-trouble";
import type { FrameworkChoice, SendProblem } from "./thread-props";

type Props = {
  /** those of the annotation that the thread is about */
  frameworks: readonly FrameworkChoice[];
  returnTo: string;
  onRaise(kind: CritiqueKind, frameworkId: string | null): Promise<SendProblem | null>;
  onCancel(): void;
};

/** Makes one's annotation or comment a critique: what it objects to is chosen, and the author is asked to answer. */
export function RaiseForm({ frameworks, returnTo, onRaise, onCancel }: Props) {
  const id = useId();
  const [kind, setKind] = useState<CritiqueKind>("evidence");
  const [frameworkId, setFrameworkId] = useState(frameworks[0]?.id ?? null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<SendProblem | null>(null);
  const isOfFramework = kind === "framework" || kind === "undercut";
  const raise = async () => {
    if (isSending) return;
    setSending(true);
    const answer = await onRaise(kind, isOfFramework ? frameworkId : null);
    setSending(false);
    setProblem(answer);
    if (!answer) onCancel();
  };
  return (
    <form
      className="compose"
      onSubmit={(event) => {
        event.preventDefault();
        void raise();
      }}
    >
      <fieldset className="compose__k">
        <legend>What does it object to? The author is asked to answer.</legend>
        {critiqueKinds.map((one, index) => (
          <label className="check" key={one}>
            <input
              type="radio"
              name={`${id}-kind`}
              checked={one === kind}
              // Whoever asked for the form goes on in it.
              // biome-ignore lint/a11y/noAutofocus: it opens where its button was pressed
              autoFocus={index === 0}
              onChange={() => setKind(one)}
            />
            {kindSentences[one]}
          </label>
        ))}
      </fieldset>
      {isOfFramework && frameworks.length > 0 && (
        <label className="field">
          <span>Framework</span>
          <select className="input input--select" value={frameworkId ?? ""} onChange={(event) => setFrameworkId(event.target.value)}>
            {frameworks.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {problem && <SendTrouble id={`${id}-problem`} problem={problem} returnTo={returnTo} />}
      <div className="compose__f">
        <Button type="submit" variant="primary" size="sm" aria-disabled={isSending || undefined}>
          {isSending ? "Asking…" : "Ask the author to answer"}
        </Button>
        <Button variant="quiet" size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
