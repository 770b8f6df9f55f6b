"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { isSame, restoredFrom, type Written } from "@/lib/drafts/draft";
import type { DraftKey, KeptDraft } from "@/lib/drafts/schema";
import { requestId } from "../annotations/request-id";
import { type DeviceDraft, readDeviceDraft, writeDeviceDraft } from "./device-drafts";
import { deleteDraft, putDraft, requestDraft } from "./draft-requests";

/** Long enough not to send while words are being written, short enough to save a thought. */
const PAUSE_MS = 1_000;

export type KeptDraftState = {
  text: string;
  choice: string | null;
  /** where it is kept now; "device" also while it is on its way to the server */
  kept: "nowhere" | "device" | "server";
  /** what was found when the form opened and nobody has changed since */
  restored: { from: "device" | "server"; at: string } | null;
  /** other words that are kept for the same, from another device or tab */
  other: KeptDraft | null;
};

export type KeptDraftHandle = KeptDraftState & {
  change(to: Partial<Written>): void;
  /** puts the other words in the place of these, which can be had back the same way */
  takeOther(): void;
  dropOther(): void;
  /** an id for sending it as it stands: the same one until it is changed, also after a reload */
  requestId(): string;
  /** it was sent, or is thrown away: forgotten on the device and on the server */
  clear(): void;
};

type Options = {
  key: DraftKey;
  personId: string /** the words one starts from: where they stand unchanged there is no draft */;
  initialText?: string;
};

/**
 * Text that outlives its page: on the device with every change, on the server after a pause and when the page goes away. When the form
 * opens, the newer of the two is restored. Give the component that uses it the draft's key as React key: a draft never turns into another.
 */
export function useKeptDraft({ key, personId, initialText = "" }: Options): KeptDraftHandle {
  const empty: KeptDraftState = { text: initialText, choice: null, kept: "nowhere", restored: null, other: null };
  const [state, setState] = useState(empty);
  /** what is kept on the device; null for nothing */
  const mine = useRef<DeviceDraft | null>(null);
  const unsent = useRef<DeviceDraft | null>(null);
  const onItsWay = useRef<Promise<unknown>>(Promise.resolve());
  const timer = useRef(0);

  const keep = (draft: DeviceDraft) => {
    mine.current = draft;
    const isNothing = draft.text.trim() === "" || draft.text === initialText;
    writeDeviceDraft(personId, key, isNothing && draft.choice === null ? null : draft);
    unsent.current = isNothing ? { ...draft, text: "" } : draft;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(send, PAUSE_MS);
  };

  const send = async () => {
    clearTimeout(timer.current);
    const draft = unsent.current;
    if (!draft) return;
    unsent.current = null;
    const sending = putDraft(key, draft);
    onItsWay.current = Promise.all([onItsWay.current, sending]);
    const answer = await sending;
    if (unsent.current || !mine.current) return; // changed since, or sent
    if (!answer.ok) {
      unsent.current = draft;
      return;
    }
    const stored = answer.draft;
    if (stored && !isSame(stored, draft)) setState((now) => ({ ...now, other: stored }));
    else setState((now) => ({ ...now, kept: draft.text === "" ? "nowhere" : "server" }));
  };

  const change = (to: Partial<Written>) => {
    const written = { text: to.text ?? state.text, choice: to.choice === undefined ? state.choice : to.choice };
    setState({ ...state, ...written, kept: "device", restored: null });
    keep({ ...written, updatedAt: new Date().toISOString(), requestId: null });
  };

  const restore = useEffectEvent(async (isGone: () => boolean) => {
    const device = readDeviceDraft(personId, key);
    if (device) {
      mine.current = device;
      setState((now) => ({
        ...now,
        text: device.text,
        choice: device.choice,
        kept: "device",
        restored: { from: "device", at: device.updatedAt },
      }));
    }
    const answer = await requestDraft(key);
    if (isGone() || !answer.ok) return;
    const server = answer.draft;
    if (mine.current !== device) {
      // Somebody writes faster than the server answers: theirs stays.
      if (server && !mine.current?.text.startsWith(server.text)) setState((now) => ({ ...now, other: server }));
      return;
    }
    const found = restoredFrom(device, server);
    if (!found) return;
    const { draft, from, other } = found;
    if (from === "server") mine.current = { ...draft, requestId: null };
    else if (device && !(server && isSame(device, server))) keep(device);
    const kept = from === "server" || (server && isSame(draft, server)) ? "server" : "device";
    setState({ text: draft.text, choice: draft.choice, kept, restored: { from, at: draft.updatedAt }, other });
  });

  const leave = useEffectEvent(() => void send());
  useEffect(() => {
    let isGone = false;
    void restore(() => isGone);
    const hide = () => document.visibilityState === "hidden" && leave();
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      isGone = true;
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", leave);
      document.removeEventListener("visibilitychange", hide);
    };
  }, []);
  // The form closes, the page stays.
  const sendAtLast = useRef(send);
  sendAtLast.current = send;
  useEffect(() => () => void sendAtLast.current(), []);

  return {
    ...state,
    change,
    takeOther() {
      const { other, text, choice } = state;
      if (!other) return;
      const now = new Date().toISOString();
      setState({
        ...state,
        text: other.text,
        choice: other.choice,
        kept: "device",
        restored: null,
        other: { text, choice, updatedAt: now },
      });
      keep({ ...other, updatedAt: now, requestId: null });
    },
    dropOther: () => setState({ ...state, other: null }),
    requestId() {
      const id = mine.current?.requestId ?? requestId();
      const draft = mine.current ?? { text: state.text, choice: state.choice, updatedAt: new Date().toISOString(), requestId: null };
      mine.current = { ...draft, requestId: id };
      if (draft.text.trim() !== "") writeDeviceDraft(personId, key, mine.current);
      return id;
    },
    clear() {
      clearTimeout(timer.current);
      mine.current = null;
      unsent.current = null;
      writeDeviceDraft(personId, key, null);
      setState(empty);
      // After what is on its way, which would bring it back.
      void onItsWay.current.then(() => deleteDraft(key));
    },
  };
}
