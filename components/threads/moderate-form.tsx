"use client";
import { useId, useState } from "react";
import { MAX_REASON_LENGTH } from "@/lib/moderation/schema";
import { Button } from "../ui/button";
import { SendTrouble } from "./send-trouble";
import type { SendProblem } from "./thread-props";

type Props = {
  /** or shows again */
  isHiding: boolean;
  returnTo: string;
  onModerate(reason: string): Promise<SendProblem | null>;
  onDone(): void;
};

/** Hides a comment, or shows it again, with the reason that everybody reads. */
export function ModerateForm({ isHiding, returnTo, onModerate, onDone }: Props) {
  const id = useId();
  const [reason, setReason] = useState("");
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<SendProblem | null>(null);
  const send = async () => {
    if (isSending) return;
    setSending(true);
    const answer = await onModerate(reason);
    setSending(false);
    setProblem(answer);
    if (!answer) onDone();
  };
  return (
    <form
      className="compose"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="field">
        <span>Why? Everybody can read the reason.</span>
        <input
          className="input"
          dir="auto"
          maxLength={MAX_REASON_LENGTH}
          value={reason}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => setReason(event.target.value)}
          // biome-ignore lint/a11y/noAutofocus: it opens where its button was pressed
          autoFocus
        />
      </label>
      {problem && <SendTrouble id={`${id}-problem`} problem={problem} returnTo={returnTo} />}
      <div className="compose__f">
        <Button type="submit" size="sm" variant={isHiding ? "danger" : "primary"} aria-disabled={isSending || undefined}>
          {isHiding ? "Hide it" : "Show it again"}
        </Button>
        <Button variant="quiet" size="sm" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
