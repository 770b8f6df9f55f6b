"use client";
import type { Changed } from "@/lib/changes/state";
import type { ActionResult } from "@/lib/errors";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { useFormSend } from "./use-form-send";

export type PutBackSend = (last: ActionResult<Changed> | null, form: FormData) => Promise<ActionResult<Changed>>;

type Props = {
  annotationId: string;
  /** the one it has now */
  version: number;
  toVersion: number;
  send: PutBackSend;
};

/** Brings a former version of one's own annotation back: its words and frameworks; who may see it stays as it is. */
export function PutBackButton({ annotationId, version, toVersion, send }: Props) {
  const { answer, isSending, form } = useFormSend(send);
  return (
    <form className="hist__back" {...form}>
      <input type="hidden" name="annotationId" value={annotationId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="toVersion" value={toVersion} />
      <Button type="submit" size="sm" aria-disabled={isSending || undefined} aria-label={`Bring version ${toVersion} back`}>
        <Icon name="undo" isSmall />
        {isSending ? "Bringing it back…" : "Bring this back"}
      </Button>
      <span role="status">
        {answer?.ok === false && (
          <span className="err">
            <Icon name="warn" />
            {answer.message}
          </span>
        )}
      </span>
    </form>
  );
}
