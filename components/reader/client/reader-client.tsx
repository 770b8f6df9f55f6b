"use client";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Span } from "@/lib/anchoring/span";
import { withLatest } from "@/lib/frameworks/find";
import type { ComposerHandle } from "../../threads/comment-composer";
import { ComposerLayer } from "./composer-layer";
import { KeyCaret } from "./key-caret";
import { NoticeArea } from "./notice-area";
import { firstMarkOf, goToSearch, markAround, noteAround } from "./page";
import type { ReaderActions, ReadingRoomPage } from "./reader-props";
import type { ReaderViewer } from "./reader-viewer";
import { SheetLayer } from "./sheet-layer";
import { useAlignment } from "./use-alignment";
import { useAnnouncer } from "./use-announcer";
import { useClaims } from "./use-claims";
import { useClicks } from "./use-clicks";
import { useContents } from "./use-contents";
import { useDeviceSwitch } from "./use-device-switch";
import { useLinking } from "./use-linking";
import { useLoaded } from "./use-loaded";
import type { Margin } from "./use-margin";
import { useMounting } from "./use-mounting";
import { useNoteTexts } from "./use-note-texts";
import type { Notices } from "./use-notices";
import { useOpenNote } from "./use-open-note";
import { usePainted } from "./use-painted";
import { useParagraphs } from "./use-paragraphs";
import { useReader } from "./use-reader";
import { useRemoval } from "./use-removal";
import type { Room } from "./use-room";
import { useRoving } from "./use-roving";
import { type Bindings, useShortcuts } from "./use-shortcuts";
import { useSingleKeys } from "./use-single-keys";
import { useTagging } from "./use-tagging";
import { useUndoing } from "./use-undoing";

const loadKeysDialog = () => import("./keys-dialog");

type Props = {
  page: ReadingRoomPage;
  /** the page's own address, for signing in and coming back */
  returnTo: string;
  room: Room;
  margin: Margin;
  viewer: ReaderViewer;
  actions: ReaderActions;
  notices: Notices;
  /** where a reply to the open note is written, once it is there */
  talking: RefObject<ComposerHandle | null>;
  onFilter(): void;
};

/** Brings the server-rendered article to life: selecting and tagging, notes level with their passages, keys. Stands inside [data-reader]. */
export function ReaderClient({ page, returnTo, room, margin, viewer, actions, notices, talking, onFilter }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  const reader = useReader(layer, page.revision.id);
  const { said, say } = useAnnouncer();
  const singleKeys = useSingleKeys();
  const wholeWords = useDeviceSwitch("whole-words");
  const [isListingKeys, setListingKeys] = useState(false);
  const [lately, setLately] = useState<readonly string[]>(page.lately);
  const [shownKey, setShownKey] = useState<string | null>(null);

  const remove = useRemoval(reader, room, actions, notices);
  const notes = useOpenNote(reader, room, margin, say);
  const saved = useUndoing({ room, actions, notices, remove });
  const tagging = useTagging(
    reader,
    { page, room, margin, viewer, actions, takesWholeWords: wholeWords.isOn },
    { say, onShown: setShownKey, onSaved: saved },
  );
  const { composing, caret, saving } = tagging;
  const isSignedIn = viewer.kind === "person";

  const unloaded = (close: () => void) => {
    close();
    notices.notify("This part of the page could not be loaded. Check your connection and try again.");
  };
  const keysDialog = useLoaded(loadKeysDialog, isListingKeys && "now", () => unloaded(() => setListingKeys(false)));

  useMounting(reader, room, margin);
  useNoteTexts(page, room, margin);
  useAlignment(reader, [room.layers, margin.state, margin.texts, margin.unsaved], margin.state.openKey);
  useLinking(reader, room);
  useContents(reader);
  const goToPassage = useRoving(reader, room.layers, say);
  const goToParagraph = useParagraphs(reader);
  const foldClaims = useClaims(reader, say);

  const opened = margin.open ? room.byKey(margin.open.key) : undefined;
  const hue = page.frameworks.find(({ id }) => id === opened?.tags[0]?.frameworkId)?.hue;
  usePainted(reader, "open", opened, room.layers, hue === undefined ? undefined : `var(--fw-${hue})`);

  // After a save focus goes to the passage, as soon as its mark is drawn.
  useEffect(() => {
    if (!reader || shownKey === null) return;
    firstMarkOf(reader.root, shownKey, room.byKey(shownKey)?.blockIndex)?.focus();
    setShownKey(null);
  }, [reader, shownKey, room]);

  const edit = (key: string) => {
    const annotation = room.byKey(key);
    if (!annotation) return;
    const note = annotation.note === undefined ? margin.texts.get(annotation.id) : annotation.note;
    if (note === undefined) return say("The note is still on its way. Try again in a moment.");
    if (notes.open?.in === "sheet") notes.close();
    composing.edit({ ...annotation, note });
  };
  const acts: Record<string, (key: string) => void> = {
    edit,
    remove,
    keys: () => setListingKeys(true),
    retry: saving.retry,
    reopen(key) {
      const how = margin.unsaved.get(key);
      const state = saving.withdraw(key);
      if (state && how?.kind === "failed") composing.reopen(state, how.problem);
    },
    withdraw(key) {
      const state = saving.withdraw(key);
      if (state) notices.notify("Taken back. What you wrote is kept as a draft.");
    },
  };

  useClicks(reader, {
    onMark: (mark) => notes.openAt(mark),
    onNote: (key, takesFocus) => notes.openNote(key, takesFocus),
    onFold: (block) => margin.toggleFold(Number(block)),
    onAct: (act, key) => acts[act]?.(key),
    onElsewhere() {
      composing.closeIfEmpty();
      if (notes.open) notes.close("isLeft");
    },
  });

  const quote = (passage: Span) => {
    const block = room.blocks.find(({ block }) => block.end > passage.start)?.block;
    document.getSelection()?.removeAllRanges();
    talking.current?.insertQuote(page.revision.text.slice(passage.start, passage.end), block?.number ?? null);
  };
  const isInOpenNote = () => notes.open !== null && noteAround(document.activeElement)?.dataset.noteFor === notes.open.key;
  const readingKeys: Bindings = {
    j: () => goToPassage(1),
    k: () => goToPassage(-1),
    "]": () => goToParagraph(1),
    "[": () => goToParagraph(-1),
    s: () => tagging.tagSelected("supports"),
    c: () => tagging.tagSelected("contests"),
    t: caret.start,
    r: () => (talking.current ? talking.current.focus() : say(isSignedIn ? "Open a note to answer it" : "Sign in to answer")),
    x: foldClaims,
    z: () => notices.undoLast() || say("There is nothing to undo"),
    "/": goToSearch,
    f: onFilter,
    "?": () => setListingKeys(true),
    arrowdown: () => isInOpenNote() && notes.step(1),
    arrowup: () => isInOpenNote() && notes.step(-1),
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
    const name = /^#note-(.+)$/.exec(location.hash)?.[1];
    const annotation = name === undefined ? undefined : (room.byId(name) ?? room.byKey(name));
    if (annotation) notes.openNote(annotation.key, true);
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
            frameworks={page.frameworks}
            lately={lately}
            room={room}
            onChoose={tagging.tag}
            onQuote={margin.open?.in === "margin" && isSignedIn ? quote : null}
            onLeave={tagging.keepForSignIn}
            onChange={composing.changed}
            onSave={(state) => {
              setLately((now) => withLatest(now, state.tags));
              tagging.save(state);
            }}
            onCancel={tagging.cancel}
            onUnloaded={() => unloaded(composing.close)}
          />
        )}
        {reader && (
          <SheetLayer
            reader={reader}
            notes={notes}
            room={room}
            texts={margin.texts}
            frameworks={page.frameworks}
            slug={page.article.slug}
            canTag={isSignedIn}
            onTag={(passage) => {
              notes.close();
              tagging.tag({ start: passage.start, end: passage.end }, "supports");
            }}
            onEdit={({ key }) => edit(key)}
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
          <keysDialog.KeysDialog
            singleKeys={{ isOn: singleKeys.areOn, switchTo: singleKeys.switchTo }}
            wholeWords={wholeWords}
            onClose={() => setListingKeys(false)}
          />
        )}
      </div>
    </>
  );
}
