"use client";
import { useState } from "react";
import { selected } from "@/lib/anchoring/caret";
import { blockAt } from "@/lib/anchoring/dom";
import type { Span } from "@/lib/anchoring/span";
import { type ComposerState, type ComposerTarget, isWritten, startComposer } from "@/lib/annotations/composer";
import { type Draft, draftKey, draftOf, resume } from "@/lib/annotations/draft";
import { isTooLong, TOO_LONG } from "@/lib/annotations/limits";
import type { Stance } from "@/lib/annotations/schema";
import { requestId } from "../../annotations/request-id";
import { blockAround, focusOn, markAround, noteOf } from "./page";
import type { ReaderActions, ReadingRoomPage } from "./reader-props";
import type { ReaderViewer } from "./reader-viewer";
import { useCaret } from "./use-caret";
import { useComposing } from "./use-composing";
import { useDrafts } from "./use-drafts";
import type { Margin } from "./use-margin";
import { usePainted } from "./use-painted";
import type { Reader } from "./use-reader";
import type { Room } from "./use-room";
import { type Saved, useSaving } from "./use-saving";
import { useSelection } from "./use-selection";

type Props = { page: ReadingRoomPage; room: Room; margin: Margin; viewer: ReaderViewer; actions: ReaderActions; takesWholeWords: boolean };
type Tools = { say(text: string): void; onShown(key: string): void; onSaved(text: string, saved: Saved): void };

/** From words to an annotation: selecting them, by whatever means; being offered to tag them; composing; saving. */
export function useTagging(
  reader: Reader | null,
  { page, room, margin, viewer, actions, takesWholeWords }: Props,
  { say, onShown, onSaved }: Tools,
) {
  const drafts = useDrafts(page.revision.id, viewer);
  const composing = useComposing(reader, drafts);
  const isSignedIn = viewer.kind === "person";
  /** `takesFocus`: it was asked for by a key, and answers there */
  const [offer, setOffer] = useState<{ passage: Span; takesFocus: boolean } | null>(null);

  const tag = (passage: Span, stance: Stance) => {
    const goesOn = isSignedIn && !isTooLong(passage);
    setOffer(goesOn ? null : { passage, takesFocus: true });
    if (goesOn) composing.tag(passage, stance);
    else if (isTooLong(passage)) say(TOO_LONG);
  };
  const caret = useCaret(reader, say, tag);
  const saving = useSaving({ page, viewer, room, margin, actions, drafts, say, onShown, onSaved });

  useSelection(reader, takesWholeWords, (passage) => {
    // Selecting other words puts the composer away; what was written in it stays a draft.
    if (passage && composing.begun) composing.close();
    setOffer(passage && { passage, takesFocus: false });
  });
  const shown = composing.begun?.target ?? (caret.caret ? selected(caret.caret) : isSignedIn ? null : (offer?.passage ?? null));
  usePainted(reader, "selection", shown, room.layers);

  const focusPassage = (start: number) => reader && focusOn(blockAround(blockAt(reader.root, start)), { preventScroll: true });
  /** Back to where the composer was opened from: the note's own button, or the words. */
  const focusOpener = (target: ComposerTarget) => {
    const note = reader && target.kind === "edit" ? noteOf(room.byId(target.annotationId)?.key ?? "") : null;
    const button = note?.classList.contains("is-active") ? note.querySelector<HTMLElement>("[data-act=edit]") : null;
    if (button) button.focus({ preventScroll: true });
    else focusPassage(target.start);
  };
  const openKey = composing.begun && draftKey(composing.begun.target);

  return {
    offer,
    composing,
    caret,
    saving,
    /** closes the composer; what was written is on the page from here on */
    save(state: ComposerState) {
      composing.changed(state);
      composing.close();
      saving.save(state);
    },
    tag,
    /** an offer to go on with it had focus, and is gone */
    leaveDraft: (draft: Draft) => focusPassage(draft.target.start),
    dropDraft: drafts.drop,
    keepDraft: drafts.keep,
    /** what could be gone on with, while nothing is being written */
    offeredDrafts: isSignedIn && !openKey && !caret.caret && margin.unsaved.size === 0 ? drafts.all : [],
    /** S and C: the words that are selected, or the passage that has focus */
    tagSelected(stance: Stance) {
      const first = markAround(document.activeElement)?.dataset.first?.split(" ")[0];
      const passage = offer?.passage ?? room.byKey(first ?? "");
      if (passage) tag({ start: passage.start, end: passage.end }, stance);
      else say("Nothing is selected yet. Select some words, or press T to select by keyboard.");
    },
    cancel() {
      const target = composing.begun?.target;
      const draft = drafts.all.find(({ target }) => draftKey(target) === openKey);
      composing.close();
      if (target) focusOpener(target);
      say(draft && isWritten(resume(draft)) ? "Closed. What you wrote is kept as a draft." : "Closed");
    },
    /** takes back an offer; false when there is none */
    dismissOffer(): boolean {
      if (!offer) return false;
      if (offer.takesFocus) focusPassage(offer.passage.start);
      document.getSelection()?.removeAllRanges();
      setOffer(null);
      return true;
    },
    /** what was selected goes along through the sign-in page */
    keepForSignIn(passage: Span) {
      if (!reader) return;
      drafts.keep(draftOf(startComposer({ kind: "new", ...passage, quote: reader.text.slice(passage.start, passage.end) }, requestId())));
    },
  };
}
