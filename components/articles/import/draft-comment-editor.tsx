"use client";
import { type Dispatch, type KeyboardEvent, useId, useState } from "react";
import { commenterName, type EditedComment } from "@/lib/articles/draft-comments";
import type { DraftEvent } from "@/lib/articles/draft-editing";
import type { DraftEdit } from "@/lib/articles/draft-edits";
import { Button } from "../../ui/button";
import { isComposing } from "../../ui/is-composing";

type Props = {
  comment: EditedComment;
  number: number;
  /** the comments before it: the only ones it can answer */
  earlier: readonly EditedComment[];
  dispatch: Dispatch<DraftEvent>;
  onClose: (isGone: boolean) => void;
};

/** Who wrote a comment, what it says and whom it answers. It counts when it is done with, or when anything else is. */
export function DraftCommentEditor({ comment, number, earlier, dispatch, onClose }: Props) {
  const { key } = comment;
  const [written, setWritten] = useState<Written>({ ...comment, commenter: comment.commenter ?? "" });
  const { text, commenter, addressedAs, isAuthor, answers } = written;
  const id = useId();

  const write = (part: Partial<Written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    dispatch({ type: "typed", edits: editsOf(comment, next, earlier) });
  };
  const act = (event: DraftEvent, isGone = false) => {
    dispatch(event);
    onClose(isGone);
  };
  const done = () => act({ type: "done" });
  const cancel = () => act({ type: "cancel" });
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") cancel();
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) done();
  };

  return (
    <fieldset className="blk__e" onKeyDown={onKeyDown}>
      <legend className="vh">Editing comment {number}</legend>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}-name`}>Commenter</label>
          <input
            id={`${id}-name`}
            className="input"
            value={commenter}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit this comment
            autoFocus
            aria-describedby={`${id}-name-hint`}
            onChange={(event) => write({ commenter: event.target.value })}
          />
          <p className="hint" id={`${id}-name-hint`}>
            Leave it empty where the name was lost.
          </p>
        </div>
        {commenter.trim() === "" && (
          <div className="field">
            <label htmlFor={`${id}-as`}>Others address them as</label>
            <input id={`${id}-as`} className="input" value={addressedAs} onChange={(event) => write({ addressedAs: event.target.value })} />
          </div>
        )}
      </div>
      <label className="check">
        <input type="checkbox" checked={isAuthor} onChange={(event) => write({ isAuthor: event.target.checked })} />
        This is the article’s author
      </label>
      <div className="field">
        <label htmlFor={`${id}-text`}>Text</label>
        <textarea
          id={`${id}-text`}
          className="input blk__a"
          rows={Math.min(16, Math.max(3, Math.ceil(text.length / 72)))}
          value={text}
          onChange={(event) => write({ text: event.target.value })}
        />
      </div>
      {earlier.length > 0 && (
        <fieldset className="picks">
          <legend>It answers</legend>
          {earlier.map((other, index) => (
            <label key={other.key} className="check">
              <input
                type="checkbox"
                checked={answers.includes(other.key)}
                onChange={(event) =>
                  write({ answers: event.target.checked ? [...answers, other.key] : answers.filter((answered) => answered !== other.key) })
                }
              />
              {index + 1}, {commenterName(other)}
            </label>
          ))}
        </fieldset>
      )}
      <div className="blk__acts">
        <Button onClick={done}>Done</Button>
        <Button variant="quiet" onClick={cancel}>
          Cancel
        </Button>
        <Button variant="quiet" onClick={() => act({ type: "useCommentAsParagraph", key }, true)}>
          This is part of the article
        </Button>
        <Button variant="quiet" onClick={() => act({ type: "removeComment", key }, true)}>
          Remove
        </Button>
      </div>
    </fieldset>
  );
}

/** A comment as the form holds it; an empty `commenter` is a lost name. */
type Written = Pick<EditedComment, "text" | "addressedAs" | "isAuthor" | "answers"> & { commenter: string };

/** What the form would change of the comment; nothing where it says what the comment says. */
function editsOf(comment: EditedComment, written: Written, earlier: readonly EditedComment[]): DraftEdit[] {
  const { text, addressedAs, isAuthor } = written;
  const commenter = written.commenter.trim() === "" ? null : written.commenter;
  const isChanged =
    text !== comment.text ||
    addressedAs !== comment.addressedAs ||
    isAuthor !== comment.isAuthor ||
    (commenter ?? "") !== (comment.commenter ?? "");
  const answered = earlier.flatMap(({ key }): DraftEdit[] => {
    const isAnswered = written.answers.includes(key);
    return isAnswered === comment.answers.includes(key) ? [] : [{ type: "answer", key: comment.key, answered: key, isAnswered }];
  });
  return [
    ...(isChanged ? [{ type: "comment" as const, key: comment.key, change: { text, commenter, addressedAs, isAuthor } }] : []),
    ...answered,
  ];
}
