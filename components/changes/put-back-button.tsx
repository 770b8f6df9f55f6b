"use client";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { type SendChange, useFormSend } from "./use-form-send";

type Props = {
  annotationId: string;
  /** the one it has now */
  version: number;
  toVersion: number;
  send: SendChange;
};

/** Brings a former version of one's own annotation back: its words and frameworks; who may see it stays as it is. */
export function PutBackButton({ annotationId, version, toVersion, send }: Props) {
  const { answer, isSending, form } = useFormSend(send);
  return (
    <form className="hist__back" {...form}>
      <input type="hidden" name="item" value={`${annotationId}:${version}:${toVersion}`} />
      <input type="hidden" name="keepsAudience" value="yes" />
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
