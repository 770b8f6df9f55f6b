"use client";
import { type Dispatch, type KeyboardEvent, useId, useRef, useState } from "react";
import type { DraftEvent } from "@/lib/articles/draft-editing";
import { blockKinds, type DraftBlock } from "@/lib/articles/schema";
import { Button } from "../../ui/button";
import { isComposing } from "../../ui/is-composing";
import { blockName, kindWords } from "./block-words";

type Props = {
  blockKey: number;
  block: DraftBlock;
  number: number | null;
  isFirst: boolean;
  dispatch: Dispatch<DraftEvent>;
  onClose: (fate: BlockFate) => void;
};

/** What has become of the block that was edited: it is where it was, in the one before, or in the list no longer. */
export type BlockFate = "stays" | "joined" | "gone";

/** Everything that can be done with one block. What is typed is known outside with each key, so that it counts whatever is done next. */
export function DraftBlockEditor({ blockKey: key, block, number, isFirst, dispatch, onClose }: Props) {
  const [text, setText] = useState(block.text);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const name = blockName(number);

  const type = (typed: string) => {
    setText(typed);
    dispatch({ type: "typed", edits: typed === block.text ? [] : [{ type: "blockText", key, text: typed }] });
  };
  const act = (event: DraftEvent, fate: BlockFate) => {
    dispatch(event);
    onClose(fate);
  };
  const done = () => act({ type: "done" }, "stays");
  const cancel = () => act({ type: "cancel" }, "stays");
  const splitHere = () => {
    const at = area.current?.selectionStart ?? text.length;
    type(`${text.slice(0, at).trimEnd()}\n\n${text.slice(at).trimStart()}`);
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // while an input method is composing, these keys belong to it
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") cancel();
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) done();
  };

  return (
    <fieldset className="blk__e">
      <legend className="vh">Editing {name}</legend>
      <textarea
        ref={area}
        className="input blk__a"
        rows={Math.min(16, Math.max(3, Math.ceil(text.length / 72)))}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit this text
        autoFocus
        aria-label={`Text of ${name}`}
        aria-describedby={`${id}-hint`}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="hint" id={`${id}-hint`}>
        A blank line makes a new paragraph.
        {block.formats.length > 0 && " Italics, links and other formatting stay, except inside the words you change."}
      </p>
      <div className="blk__o">
        <label htmlFor={`${id}-kind`}>It is a</label>
        <select
          id={`${id}-kind`}
          className="input input--select"
          value={block.kind}
          onChange={(event) => {
            const kind = blockKinds.find((candidate) => candidate === event.target.value);
            if (kind) dispatch({ type: "blockKind", key, kind });
          }}
        >
          {blockKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind].toLowerCase()}
            </option>
          ))}
        </select>
        {block.kind === "heading" && (
          <>
            <label htmlFor={`${id}-level`}>of level</label>
            <select
              id={`${id}-level`}
              className="input input--select"
              value={block.level ?? 2}
              onChange={(event) => dispatch({ type: "blockKind", key, kind: "heading", level: Number(event.target.value) })}
            >
              <option value={2}>1, a section</option>
              <option value={3}>2</option>
              <option value={4}>3</option>
            </select>
          </>
        )}
      </div>
      <div className="blk__acts">
        <Button onClick={done}>Done</Button>
        <Button variant="quiet" onClick={cancel}>
          Cancel
        </Button>
        <Button variant="quiet" onClick={splitHere}>
          Split at the cursor
        </Button>
        {!isFirst && (
          <>
            <Button variant="quiet" onClick={() => act({ type: "joinToPrevious", key }, "joined")}>
              Join to the one before
            </Button>
            <Button variant="quiet" onClick={() => act({ type: "moveBlock", key, by: -1 }, "stays")}>
              Move up
            </Button>
          </>
        )}
        <Button variant="quiet" onClick={() => act({ type: "moveBlock", key, by: 1 }, "stays")}>
          Move down
        </Button>
        <Button variant="quiet" onClick={() => act({ type: "removeBlock", key }, "gone")}>
          Remove
        </Button>
      </div>
      <div className="blk__acts">
        <span className="muted">This is really</span>
        {roles.map(({ as, words }) => (
          <Button key={as} variant="quiet" onClick={() => act({ type: "useBlockAs", key, as }, "gone")}>
            {words}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

const roles = [
  { as: "title", words: "the title" },
  { as: "standfirst", words: "the standfirst" },
  { as: "biography", words: "the biography" },
  { as: "comment", words: "a comment" },
] as const;
