"use client";
import { type Dispatch, type KeyboardEvent, useId, useState } from "react";
import { commenterName, type EditedComment } from "@/lib/articles/draft-comments";
import type { DraftEdit } from "@/lib/articles/draft-editing";
import { Button } from "../../ui/button";

type Props = {
  comment: EditedComment;
  number: number;
  /** the comments before it: the only ones it can answer */
  earlier: readonly EditedComment[];
  dispatch: Dispatch<DraftEdit>;
  onClose: (isGone: boolean) => void;
};

/** Who wrote a comment, what it says and whom it answers. Nothing is changed until “Done”. */
export function DraftCommentEditor({ comment, number, earlier, dispatch, onClose }: Props) {
  const { key } = comment;
  const [text, setText] = useState(comment.text);
  const [commenter, setCommenter] = useState(comment.commenter ?? "");
  const [addressedAs, setAddressedAs] = useState(comment.addressedAs);
  const [isAuthor, setAuthor] = useState(comment.isAuthor);
  const [answers, setAnswers] = useState<readonly number[]>(comment.answers);
  const id = useId();

  const done = () => {
    dispatch({ type: "comment", key, change: { text, commenter: commenter.trim() === "" ? null : commenter, addressedAs, isAuthor } });
    for (const { key: answered } of earlier) {
      const isAnswered = answers.includes(answered);
      if (isAnswered !== comment.answers.includes(answered)) dispatch({ type: "answer", key, answered, isAnswered });
    }
    onClose(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onClose(false);
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
            onChange={(event) => setCommenter(event.target.value)}
          />
          <p className="hint" id={`${id}-name-hint`}>
            Leave it empty where the name was lost.
          </p>
        </div>
        {commenter.trim() === "" && (
          <div className="field">
            <label htmlFor={`${id}-as`}>Others address them as</label>
            <input id={`${id}-as`} className="input" value={addressedAs} onChange={(event) => setAddressedAs(event.target.value)} />
          </div>
        )}
      </div>
      <label className="check">
        <input type="checkbox" checked={isAuthor} onChange={(event) => setAuthor(event.target.checked)} />
        This is the article’s author
      </label>
      <div className="field">
        <label htmlFor={`${id}-text`}>Text</label>
        <textarea
          id={`${id}-text`}
          className="input blk__a"
          rows={Math.min(16, Math.max(3, Math.ceil(text.length / 72)))}
          value={text}
          onChange={(event) => setText(event.target.value)}
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
                  setAnswers(event.target.checked ? [...answers, other.key] : answers.filter((answered) => answered !== other.key))
                }
              />
              {index + 1}, {commenterName(other)}
            </label>
          ))}
        </fieldset>
      )}
      <div className="blk__acts">
        <Button onClick={done}>Done</Button>
        <Button variant="quiet" onClick={() => onClose(false)}>
          Cancel
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            dispatch({ type: "useCommentAsParagraph", key });
            onClose(true);
          }}
        >
          This is part of the article
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            dispatch({ type: "removeComment", key });
            onClose(true);
          }}
        >
          Remove
        </Button>
      </div>
    </fieldset>
  );
}
