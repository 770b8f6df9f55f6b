"use client";
import { useRef, useState } from "react";
import type { Span } from "@/lib/anchoring/span";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import { type ComposerProblem, type ComposerState, type ComposerTarget, isWritten, startComposer } from "@/lib/annotations/composer";
import { type Draft, draftKey, draftOf, resume } from "@/lib/annotations/draft";
import type { Stance } from "@/lib/annotations/schema";
import { requestId } from "../../annotations/request-id";
import type { Drafts } from "./use-drafts";
import type { Reader } from "./use-reader";

export type Composing = {
  /** the composer that is open, as it was opened; it keeps its own state from there */
  begun: ComposerState | null;
  tag(passage: Span, stance: Stance): void;
  edit(annotation: AnchoredAnnotation): void;
  resumeDraft(draft: Draft): void;
  /** what could not be saved, with the reason */
  reopen(state: ComposerState, problem: ComposerProblem): void;
  /** every change of the open composer: it is on disk before the next key is pressed */
  changed(state: ComposerState): void;
  close(): void;
  /** closes a composer in which nothing would be lost */
  closeIfEmpty(): void;
};

/** Which passage or annotation is being written about. Whatever was written on it before and not saved is there again. */
export function useComposing(reader: Reader | null, drafts: Drafts): Composing {
  const [begun, setBegun] = useState<ComposerState | null>(null);
  const latest = useRef<ComposerState | null>(null);

  const begin = (state: ComposerState) => {
    latest.current = state;
    setBegun(state);
    // The highlight shows the passage from here on; on a touch screen the handles and the system's menu must go.
    document.getSelection()?.removeAllRanges();
  };
  const open = (target: ComposerTarget, given: Partial<ComposerState>) => {
    const draft = drafts.all.find((candidate) => draftKey(candidate.target) === draftKey(target));
    begin(draft && isWritten(resume(draft)) ? resume(draft) : startComposer(target, requestId(), given));
  };
  const close = () => {
    // An offer to go on with nothing would only be in the way.
    if (latest.current && !isWritten(latest.current)) drafts.drop(latest.current.target);
    latest.current = null;
    setBegun(null);
  };

  return {
    begun,
    tag(passage, stance) {
      if (!reader) return;
      open({ kind: "new", ...passage, quote: reader.text.slice(passage.start, passage.end) }, { stance });
    },
    edit({ id, start, end, version, tags, note, audience }) {
      if (!reader) return;
      const quote = reader.text.slice(start, end);
      const stance = tags.at(-1)?.stance;
      open({ kind: "edit", annotationId: id, version, start, end, quote }, { tags, note: note ?? "", audience, ...(stance && { stance }) });
    },
    resumeDraft: (draft) => begin(resume(draft)),
    reopen: (state, problem) => begin(startComposer(state.target, state.requestId, { ...draftOf(state), problem })),
    changed(state) {
      if (state === latest.current) return;
      latest.current = state;
      if (isWritten(state)) drafts.keep(draftOf(state));
      else drafts.drop(state.target);
    },
    close,
    closeIfEmpty() {
      if (latest.current && (latest.current === begun || !isWritten(latest.current))) close();
    },
  };
}
