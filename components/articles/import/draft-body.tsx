"use client";
import { type Dispatch, memo, useCallback, useState } from "react";
import { blockNumbers, type EditedBlock } from "@/lib/articles/draft-blocks";
import type { DraftEvent } from "@/lib/articles/draft-editing";
import type { DraftProblem } from "@/lib/articles/draft-problems";
import { Button } from "../../ui/button";
import type { BlockFate } from "./draft-block-editor";
import { DraftBlockRow } from "./draft-block-row";

/** Rows drawn at first and with each “more”. A paragraph is a line of text with one button, so this many cost little. */
const ROWS_AT_A_TIME = 400;

type Props = {
  blocks: readonly EditedBlock[];
  /** the key of what is being edited, here or elsewhere */
  open: number | null;
  problems: readonly DraftProblem[];
  dispatch: Dispatch<DraftEvent>;
};

/** The paragraphs of a draft. One at a time can be open for editing: a thousand text fields would bring a browser to a halt. Typing in the title leaves them alone. */
export const DraftBody = memo(function DraftBody({ blocks, open, problems, dispatch }: Props) {
  const [focused, setFocused] = useState<number | null>(null);
  const [limit, setLimit] = useState(ROWS_AT_A_TIME);
  const problemOf = new Map(problems.flatMap(({ place, message }) => (place.kind === "block" ? [[place.key, message]] : [])));
  const lastProblem = blocks.findLastIndex(({ key }) => problemOf.has(key));
  const shown = blocks.slice(0, Math.max(limit, lastProblem + 1));
  const numbers = blockNumbers(shown);

  const edit = useCallback(
    (key: number) => {
      setFocused(null);
      dispatch({ type: "open", key });
    },
    [dispatch],
  );
  /** When the editor has closed, focus goes to the row it was on, or to the neighbour that has taken its place. */
  const close = (key: number, fate: BlockFate) => {
    const index = blocks.findIndex((block) => block.key === key);
    const previous = blocks[index - 1]?.key ?? null;
    const heirs: Record<BlockFate, number | null> = { stays: key, joined: previous, gone: blocks[index + 1]?.key ?? previous };
    setFocused(heirs[fate]);
  };

  return (
    <>
      <ol className="blks">
        {shown.map(({ key, block }, index) => (
          <DraftBlockRow
            key={key}
            blockKey={key}
            block={block}
            number={numbers[index] ?? null}
            isFirst={index === 0}
            isOpen={key === open}
            takesFocus={open === null && key === focused}
            problem={problemOf.get(key)}
            dispatch={dispatch}
            onOpen={edit}
            onClose={key === open ? close : undefined}
          />
        ))}
      </ol>
      {shown.length < blocks.length && (
        <p className="more">
          <span className="muted">
            {shown.length} of {blocks.length} shown
          </span>
          <Button onClick={() => setLimit(shown.length + ROWS_AT_A_TIME)}>Show more of the text</Button>
        </p>
      )}
    </>
  );
});
