import { Time } from "../ui/time";
import type { KeptDraftHandle } from "./use-kept-draft";

/** Says where what is being written is kept, what of it was found here, and offers other words that are kept for the same. */
export function DraftNote({ draft }: { draft: KeptDraftHandle }) {
  const { kept, restored, other } = draft;
  return (
    <>
      <span className="draft__kept" role="status">
        {restored ? (
          <>
            Your draft of <Time date={restored.at} />
            {restored.from === "server" ? " is back" : ", kept on this device, is back"}
          </>
        ) : (
          keptWords[kept]
        )}
      </span>
      {restored && (
        <button type="button" className="link" onClick={draft.clear}>
          Discard it
        </button>
      )}
      {other && (
        <span className="draft__other">
          Other words of yours are kept for this, of <Time date={other.updatedAt} />.{" "}
          <button type="button" className="link" onClick={draft.takeOther}>
            Show those
          </button>{" "}
          <button type="button" className="link" onClick={draft.dropOther}>
            Keep these
          </button>
        </span>
      )}
    </>
  );
}

const keptWords = { nowhere: "", device: "draft kept on this device", server: "draft saved" } as const;
