"use client";
import { type Dispatch, memo, useEffect, useRef, useState } from "react";
import { commenterName, type EditedComment } from "@/lib/articles/draft-comments";
import type { DraftEvent } from "@/lib/articles/draft-editing";
import type { DraftProblem } from "@/lib/articles/draft-problems";
import { listFormat } from "@/lib/format";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { DraftCommentEditor } from "./draft-comment-editor";

type Props = {
  comments: readonly EditedComment[];
  /** the key of what is being edited, here or elsewhere */
  open: number | null;
  problems: readonly DraftProblem[];
  dispatch: Dispatch<DraftEvent>;
};

/** The comments that came with the article: who said what, in what order, and whom each one answers. */
export const DraftComments = memo(function DraftComments({ comments, open, problems, dispatch }: Props) {
  const [focused, setFocused] = useState<number | null>(null);
  const problemOf = new Map(problems.flatMap(({ place, message }) => (place.kind === "comment" ? [[place.key, message]] : [])));
  const placeOf = new Map(comments.map((comment, index) => [comment.key, index]));
  const answered = (comment: EditedComment) =>
    comment.answers
      .flatMap((key) => placeOf.get(key) ?? [])
      .sort((a, b) => a - b)
      .map((place) => `${place + 1} (${shortName(comments[place])})`);
  if (comments.length === 0) return <p className="muted">None were found in the source.</p>;
  return (
    <ol className="cmts">
      {comments.map((comment, index) => (
        <li key={comment.key} id={`comment-${comment.key}`} className="cmt">
          <span className="blk__n num" aria-hidden="true">
            {index + 1}
          </span>
          {comment.key === open ? (
            <DraftCommentEditor
              comment={comment}
              number={index + 1}
              earlier={comments.slice(0, index)}
              dispatch={dispatch}
              onClose={(isGone) => {
                setFocused(isGone ? ((comments[index + 1] ?? comments[index - 1])?.key ?? null) : comment.key);
              }}
            />
          ) : (
            <>
              <div className="cmt__t">
                <p>
                  <b className="cmt__w">{commenterName(comment)}</b>
                  {comment.isAuthor && <span className="muted">, the author</span>}
                  {comment.answers.length > 0 && <span className="muted">, answering {listFormat(answered(comment))}</span>}
                </p>
                <p className={comment.isAuthor ? "cmt__x cmt__x--author" : "cmt__x"}>{comment.text}</p>
                {problemOf.has(comment.key) && (
                  <p className="hint err">
                    <Icon name="warn" />
                    {problemOf.get(comment.key)}
                  </p>
                )}
              </div>
              <EditButton
                number={index + 1}
                takesFocus={open === null && comment.key === focused}
                onOpen={() => {
                  setFocused(null);
                  dispatch({ type: "open", key: comment.key });
                }}
              />
            </>
          )}
        </li>
      ))}
    </ol>
  );
});

function shortName(comment: EditedComment | undefined): string {
  return comment?.commenter || comment?.addressedAs || "unnamed";
}

function EditButton({ number, takesFocus, onOpen }: { number: number; takesFocus: boolean; onOpen: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <Button ref={button} variant="quiet" size="sm" onClick={onOpen} aria-label={`Edit comment ${number}`}>
      Edit
    </Button>
  );
}
