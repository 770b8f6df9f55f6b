"use client";
import { useActionState, useEffect, useRef } from "react";
import type { ActionResult } from "@/lib/errors";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

export type NoticeForm<T = null> = (last: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;

type Props = {
  unread: number;
  /** ISO 8601: what has come since the page was made stays unread */
  until: string;
  markRead: NoticeForm;
};

/** Marks as read all that there was when the page was made. When it is done, that is said where the button was. */
export function MarkAllRead({ unread, until, markRead }: Props) {
  const [answer, send, isSending] = useActionState(markRead, null);
  const done = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (answer?.ok) done.current?.focus();
  }, [answer]);
  return (
    <form className="inbox__all" action={send}>
      <input type="hidden" name="until" value={until} />
      {unread > 0 && (
        <Button type="submit" aria-disabled={isSending || undefined}>
          {isSending ? "Marking…" : "Mark all as read"}
        </Button>
      )}
      {answer?.ok && (
        <p className="hint" ref={done} tabIndex={-1}>
          <Icon name="check" isSmall /> Marked as read.
        </p>
      )}
      {answer?.ok === false && (
        <p className="hint err" role="alert">
          <Icon name="warn" /> {answer.message}
        </p>
      )}
    </form>
  );
}
