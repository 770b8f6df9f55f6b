"use client";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { ComposerLayer } from "./composer-layer";
import { KeyCaret } from "./key-caret";
import { NoticeArea } from "./notice-area";
import { markAround } from "./page";
import type { ReaderClientProps } from "./reader-props";
import { SheetLayer } from "./sheet-layer";
import { useAlignment } from "./use-alignment";
import { useAnnouncer } from "./use-announcer";
import { useArrival } from "./use-arrival";
import { useClaims } from "./use-claims";
import { useClicks } from "./use-clicks";
import { useContents } from "./use-contents";
import { useFolds } from "./use-folds";
import { useLinking } from "./use-linking";
import { useLoaded } from "./use-loaded";
import { useNotices } from "./use-notices";
import { useOpenNote } from "./use-open-note";
import { useParagraphs } from "./use-paragraphs";
import { useReader } from "./use-reader";
import { useRemoval } from "./use-removal";
import { useRoving } from "./use-roving";
import { type Bindings, useShortcuts } from "./use-shortcuts";
import { useSingleKeys } from "./use-single-keys";
import { useTagging } from "./use-tagging";
import { useUndoing } from "./use-undoing";

const loadKeysDialog = () => import("./keys-dialog");

/** Brings the server-rendered article to life: selecting and tagging, notes level with their passages, keys. Stands inside [data-reader]. */
export function ReaderClient(props: ReaderClientProps) {
  const { revisionId, returnTo, frameworks, annotations: stored, viewer, actions } = props;
  const layer = useRef<HTMLDivElement>(null);
  const reader = useReader(layer, revisionId);
  const { said, say } = useAnnouncer();
  const notices = useNotices();
  const singleKeys = useSingleKeys();
  const [isListingKeys, setListingKeys] = useState(false);

  const expectArrival = useArrival(reader, stored);
  const { removed, remove } = useRemoval(reader, stored, { actions, notices, onRestored: expectArrival });
  const annotations = useMemo(() => stored.filter(({ id }) => !removed.has(id)), [stored, removed]);
  const folds = useFolds(reader, stored);
  const notes = useOpenNote(reader, annotations, { frameworks, reveal: folds.reveal, say });
  const saved = useUndoing({ actions, notices, remove, onChanged: expectArrival });
  const tagging = useTagging(reader, props, { say, onSaved: saved });
  const { composing, caret } = tagging;
  const isSignedIn = viewer.kind === "person";

  const unloaded = (close: () => void) => {
    close();
    notices.notify("This part of the page could not be loaded. Check your connection and try again.");
  };
  const keysDialog = useLoaded(loadKeysDialog, isListingKeys && "now", () => unloaded(() => setListingKeys(false)));

  useAlignment(reader, [stored, notes.open, folds.unfolded, removed]);
  useLinking(reader);
  useContents(reader);
  const goToPassage = useRoving(reader, stored, say);
  const goToParagraph = useParagraphs(reader);
  const foldClaims = useClaims(reader, say);

  const edit = (id: string) => {
    const annotation = annotations.find((candidate) => candidate.id === id);
    if (!annotation) return;
    if (notes.open?.in === "sheet") notes.close();
    composing.edit(annotation);
  };
  const acts: Record<string, (annotationId: string) => void> = { edit, remove, keys: () => setListingKeys(true) };

  useClicks(reader, {
    onMark: (mark) => notes.openAt(mark),
    onNote: (id, takesFocus) => notes.openNote(id, takesFocus),
    onFold: folds.toggle,
    onAct: (act, annotationId) => acts[act]?.(annotationId),
    onElsewhere() {
      composing.closeIfEmpty();
      if (notes.open) notes.close("isLeft");
    },
  });

  const readingKeys: Bindings = {
    j: () => goToPassage(1),
    k: () => goToPassage(-1),
    "]": () => goToParagraph(1),
    "[": () => goToParagraph(-1),
    s: () => tagging.tagSelected("supports"),
    c: () => tagging.tagSelected("contests"),
    t: caret.start,
    x: foldClaims,
    z: () => notices.undoLast() || say("There is nothing to undo"),
    "?": () => setListingKeys(true),
    enter() {
      const mark = document.activeElement?.matches("mark[data-first]") ? markAround(document.activeElement) : null;
      if (!mark) return false;
      notes.openAt(mark, true);
    },
    escape() {
      if (tagging.dismissOffer()) return;
      if (!notes.open) return false;
      notes.close();
    },
  };
  // While something is being written, also while its composer is still being fetched, letters are meant for it.
  useShortcuts(reader, singleKeys.areOn, composing.begun ? { escape: tagging.cancel } : readingKeys);

  // A note's own address leads to the note.
  const followHash = useEffectEvent(() => {
    const id = /^#note-(.+)$/.exec(location.hash)?.[1];
    if (id && annotations.some((annotation) => annotation.id === id)) notes.openNote(id, true);
  });
  useEffect(() => {
    if (!reader) return;
    const listener = () => followHash();
    listener();
    addEventListener("hashchange", listener);
    return () => removeEventListener("hashchange", listener);
  }, [reader]);

  return (
    <>
      <p className="keysline">
        <button type="button" className="link" onClick={() => setListingKeys(true)}>
          Keys in the article
        </button>
        <button type="button" className="link" onClick={caret.start}>
          Select by keyboard
        </button>
      </p>
      <div className="reader-layer" data-reader-layer ref={layer}>
        <p className="vh" role="status">
          {said}
        </p>
        {reader && caret.caret && <KeyCaret reader={reader} layer={layer} mode={caret} />}
        {reader && (
          <ComposerLayer
            reader={reader}
            layer={layer}
            offer={tagging.offer}
            begun={composing.begun}
            isNear={isSignedIn && (tagging.offer !== null || caret.caret !== null)}
            isSignedIn={isSignedIn}
            returnTo={returnTo}
            frameworks={frameworks}
            annotations={annotations}
            onChoose={tagging.tag}
            onLeave={tagging.keepForSignIn}
            onChange={composing.changed}
            onSave={tagging.save}
            onSaved={composing.close}
            onCancel={tagging.cancel}
            onUnloaded={() => unloaded(composing.close)}
          />
        )}
        {reader && (
          <SheetLayer
            reader={reader}
            notes={notes}
            annotations={annotations}
            frameworks={frameworks}
            canTag={isSignedIn}
            onTag={(passage) => {
              notes.close();
              tagging.tag({ start: passage.start, end: passage.end }, "supports");
            }}
            onEdit={({ id }) => edit(id)}
            onRemove={remove}
            onUnloaded={() => unloaded(notes.close)}
          />
        )}
        <NoticeArea
          notices={notices}
          isSelecting={caret.caret !== null}
          drafts={tagging.offeredDrafts}
          onContinue={composing.resumeDraft}
          onLater={tagging.leaveDraft}
          staysLong={!singleKeys.areOn}
          onDiscard={(draft) => {
            tagging.dropDraft(draft.target);
            tagging.leaveDraft(draft);
            notices.notify("Unsaved note discarded", () => tagging.keepDraft(draft));
          }}
        />
        {isListingKeys && keysDialog && (
          <keysDialog.KeysDialog areOn={singleKeys.areOn} onSwitch={singleKeys.switchTo} onClose={() => setListingKeys(false)} />
        )}
      </div>
    </>
  );
}
