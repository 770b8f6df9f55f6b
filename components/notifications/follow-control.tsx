"use client";
import { useActionState } from "react";
import type { FollowMode } from "@/lib/notifications/schema";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import type { NoticeForm } from "./mark-all-read";

export type SetFollowForm = NoticeForm<{ mode: FollowMode | null }>;

type Props = { subject: { kind: "article" | "thread"; id: string }; mode: FollowMode | null; setFollow: SetFollowForm };

const told = {
  article: { follow: "You are told of all that is said about this article.", mute: "You are told only when somebody names you." },
  thread: { follow: "You are told of all that is said here.", mute: "You are told of nothing that is said here." },
} as const;

/** Follows or mutes an article or a thread; pressing what is on turns it off. A form, whole without script. */
export function FollowControl({ subject: { kind, id }, mode: stored, setFollow }: Props) {
  const [answer, send, isSending] = useActionState(setFollow, null);
  const mode = answer?.ok ? answer.value.mode : stored;
  return (
    <form className="follow" action={send}>
      <fieldset className="follow__b" aria-busy={isSending || undefined}>
        <legend className="vh">What you are told of this {kind === "article" ? "article" : "discussion"}</legend>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={id} />
        <Button
          type="submit"
          variant="quiet"
          size="sm"
          name="mode"
          value={mode === "follow" ? "" : "follow"}
          aria-pressed={mode === "follow"}
        >
          {mode === "follow" && <Icon name="check" isSmall />} Follow
        </Button>
        <Button type="submit" variant="quiet" size="sm" name="mode" value={mode === "mute" ? "" : "mute"} aria-pressed={mode === "mute"}>
          {mode === "mute" && <Icon name="check" isSmall />} Mute
        </Button>
      </fieldset>
      <p className="hint" role="status">
        {mode !== null && told[kind][mode]}
        {answer?.ok === false && (
          <span className="err">
            <Icon name="warn" isSmall /> {answer.message}
          </span>
        )}
      </p>
    </form>
  );
}
