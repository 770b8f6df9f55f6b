"use client";
import { useState } from "react";
import { type Draft, draftKey } from "@/lib/annotations/draft";
import { DraftOffer } from "../../annotations/draft-offer";
import { NoticeToast } from "../../annotations/notice-toast";
import { Kbd } from "../../ui/kbd";
import { Toast, ToastRegion } from "../../ui/toast";
import type { Notices } from "./use-notices";

type Props = {
  notices: Notices;
  /** words are being selected by keyboard: what its keys are */
  isSelecting: boolean;
  /** what can be gone on with, the newest first */
  drafts: readonly Draft[];
  /** without the keys, the way to the undo button is long */
  staysLong: boolean;
  onContinue(draft: Draft): void;
  onLater(draft: Draft): void;
  onDiscard(draft: Draft): void;
};

/** The foot of the window: what was done and can be undone, and what was begun and can be gone on with. */
export function NoticeArea({ notices: { notice, dismiss }, isSelecting, drafts, staysLong, onContinue, onLater, onDiscard }: Props) {
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const draft = drafts.find(({ target }) => !later.has(draftKey(target)));
  return (
    <ToastRegion>
      {isSelecting && <SelectingKeys />}
      {draft && (
        <DraftOffer
          draft={draft}
          onContinue={() => onContinue(draft)}
          onDiscard={() => onDiscard(draft)}
          onLater={() => {
            setLater((now) => new Set([...now, draftKey(draft.target)]));
            onLater(draft);
          }}
        />
      )}
      {notice && (
        <NoticeToast key={notice.key} text={notice.text} undo={notice.undo} label={notice.label} staysLong={staysLong} onGone={dismiss} />
      )}
    </ToastRegion>
  );
}

/** For those who see it; it is said once when the mode begins, so it is not read out again. */
function SelectingKeys() {
  return (
    <div aria-hidden="true">
      <Toast>
        <span>
          <Kbd>T</Kbd> sentence, word
        </span>
        <span>
          <Kbd>←</Kbd> <Kbd>→</Kbd> next
        </span>
        <span>
          <Kbd>Shift</Kbd> extends by word
        </span>
        <span>
          <Kbd>Enter</Kbd> tags
        </span>
        <span>
          <Kbd>Esc</Kbd> leaves
        </span>
      </Toast>
    </div>
  );
}
