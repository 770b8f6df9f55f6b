"use client";
import { type Dispatch, memo, useEffect, useRef } from "react";
import type { DraftEvent } from "@/lib/articles/draft-editing";
import type { DraftBlock } from "@/lib/articles/schema";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { blockName, kindWords } from "./block-words";
import { type BlockFate, DraftBlockEditor } from "./draft-block-editor";
import { FormattedText } from "./formatted-text";

type Props = {
  blockKey: number;
  block: DraftBlock;
  number: number | null;
  isFirst: boolean;
  isOpen: boolean;
  takesFocus: boolean;
  problem: string | undefined;
  dispatch: Dispatch<DraftEvent>;
  onOpen: (key: number) => void;
  /** given to the open row only, so that the others need not be drawn again when it changes */
  onClose: ((key: number, fate: BlockFate) => void) | undefined;
};

/** A block at rest, or its editor. */
export const DraftBlockRow = memo(function DraftBlockRow(props: Props) {
  const { blockKey, block, number, isFirst, isOpen, takesFocus, problem, dispatch, onOpen, onClose } = props;
  const edit = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) edit.current?.focus();
  }, [takesFocus]);
  return (
    <li className="blk" id={`block-${blockKey}`} data-kind={block.kind} data-open={isOpen ? "" : undefined}>
      <span className="blk__n num" aria-hidden="true">
        {number ?? ""}
      </span>
      {isOpen && onClose ? (
        <DraftBlockEditor
          blockKey={blockKey}
          block={block}
          number={number}
          isFirst={isFirst}
          dispatch={dispatch}
          onClose={(fate) => onClose(blockKey, fate)}
        />
      ) : (
        <>
          <div className="blk__t">
            {block.kind !== "paragraph" && <span className="vh">{kindWords[block.kind]}: </span>}
            <FormattedText text={block.text} formats={block.formats} />
            {problem !== undefined && (
              <p className="hint err">
                <Icon name="warn" />
                {problem}
              </p>
            )}
          </div>
          <Button ref={edit} variant="quiet" size="sm" onClick={() => onOpen(blockKey)} aria-label={`Edit ${blockName(number)}`}>
            Edit
          </Button>
        </>
      )}
    </li>
  );
});
