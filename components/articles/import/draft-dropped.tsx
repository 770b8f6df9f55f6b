"use client";
import type { Dispatch } from "react";
import type { DraftEdit } from "@/lib/articles/draft-edits";
import { indexOfBlockBefore } from "@/lib/articles/draft-placing";
import type { EditedDraft } from "@/lib/articles/edited-draft";
import type { DroppedPart } from "@/lib/articles/schema";
import { Button } from "../../ui/button";

/** At this length the import may have kept only the beginning, and a beginning must not pass for the whole. */
const CUT_LENGTH = 200;

type Props = {
  draft: Pick<EditedDraft, "dropped" | "blocks">;
  /** the source as it was given, to find where a part belongs; null where it could not be read as text */
  source: string | null;
  dispatch: Dispatch<DraftEdit>;
};

/** What of the source is not in the article, and why. Whatever is whole can be put back. */
export function DraftDropped({ draft, source, dispatch }: Props) {
  const keep = (part: DroppedPart, index: number) => {
    const texts = () => draft.blocks.map(({ block }) => block.text);
    const after = part.line !== null && source !== null ? indexOfBlockBefore(part.line, source, texts()) : null;
    dispatch({ type: "keepDropped", index, after });
  };
  if (draft.dropped.length === 0)
    return <p className="muted">Nothing: every line of the source is in the article, its fields or its comments.</p>;
  return (
    <ul className="drops">
      {draft.dropped.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two dropped lines may be the same; their place tells them apart
        <li key={`${index} ${part.line} ${part.text}`}>
          <span className="drops__n num">{part.line === null ? "" : `line ${part.line}`}</span>
          <div>
            <p className="drops__t">
              {part.text}
              {part.text.length >= CUT_LENGTH && "…"}
            </p>
            <p className="muted">{part.why}</p>
          </div>
          {part.text.trim() !== "" &&
            (part.text.length < CUT_LENGTH ? (
              <Button variant="quiet" size="sm" onClick={() => keep(part, index)} aria-label={`Keep as paragraph: ${part.text}`}>
                Keep as paragraph
              </Button>
            ) : (
              <span className="hint">Only its beginning is shown. To keep it, go back to the source.</span>
            ))}
        </li>
      ))}
    </ul>
  );
}
