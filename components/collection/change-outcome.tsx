import type { Ref } from "react";
import type { Changed } from "@/lib/changes/state";
import type { ActionResult } from "@/lib/errors";
import { formatNumber, plural } from "@/lib/format";
import { type SendChange, useFormSend } from "../changes/use-form-send";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { Toast, ToastRegion } from "../ui/toast";

type Props = { answer: ActionResult<Changed> | null; putBack: SendChange; undo: Ref<HTMLButtonElement> };

/** At the foot of the window: what was done to how many and how to take all of it back; or why nothing was. */
export function ChangeOutcome({ answer, putBack, undo }: Props) {
  return (
    <ToastRegion>
      {answer && !answer.ok && (
        <Toast>
          <span className="err">
            <Icon name="warn" />
            {answer.message}
          </span>
          {answer.code === "conflict" && (
            <button type="button" className="link" onClick={() => location.reload()}>
              Load again
            </button>
          )}
        </Toast>
      )}
      {answer?.ok && <Done key={JSON.stringify(answer.value.changed)} outcome={answer.value} putBack={putBack} undo={undo} />}
    </ToastRegion>
  );
}

function Done({ outcome: { changed, unchanged }, putBack, undo }: { outcome: Changed } & Pick<Props, "putBack" | "undo">) {
  const { answer, isSending, form } = useFormSend(putBack);
  const done =
    changed.length === 0 ? "Nothing was changed" : `${plural(changed.length, { one: "annotation", other: "annotations" })} changed`;
  const rest =
    unchanged === 0 ? "" : `; ${formatNumber(unchanged)} ${unchanged === 1 ? "was" : "were"} so already, or without that framework`;
  if (answer?.ok) return <Toast>{plural(answer.value.changed.length, { one: "change", other: "changes" })} undone</Toast>;
  return (
    <Toast>
      <span>
        {done}
        {rest}
      </span>
      {changed.length > 0 && (
        <form {...form}>
          {changed.map(({ annotationId, version }) => (
            <input key={annotationId} type="hidden" name="item" value={`${annotationId}:${version}:${version - 1}`} />
          ))}
          <button type="submit" className="link" ref={undo} aria-disabled={isSending || undefined}>
            {isSending ? "Undoing…" : answer ? "Try again" : "Undo"}
          </button>{" "}
          <span aria-hidden="true">
            <Kbd>Z</Kbd>
          </span>
        </form>
      )}
      {answer && (
        <span className="err">
          <Icon name="warn" />
          {answer.message}
        </span>
      )}
    </Toast>
  );
}
