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
  /** what stands in the form, also before React has drawn it; null while nobody has written and nothing was restored */
  const mine = useRef<DeviceDraft | null>(null);
  const unsent = useRef<DeviceDraft | null>(null);
  const onItsWay = useRef<Promise<unknown>>(Promise.resolve());
  /** whether the server was asked what it keeps, and whether it keeps something */
  const server = useRef({ isAsked: false, keeps: false });
  const timer = useRef(0);
  /** sent or thrown away before the server had said what it keeps: then that must not bring it back */
  const isDropped = useRef(false);

  const isNothing = ({ text }: Written) => text.trim() === "" || text === initialText;

  const keep = (draft: DeviceDraft) => {
    mine.current = draft;
    writeDeviceDraft(personId, key, isNothing(draft) && draft.choice === null ? null : draft);
    unsent.current = draft;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(send, PAUSE_MS);
  };

  const send = async () => {
    clearTimeout(timer.current);
    const draft = unsent.current;
    // Before the server has said what it keeps, an empty form must not delete it.
    if (!draft || !server.current.isAsked || (isNothing(draft) && !server.current.keeps)) return;
    unsent.current = null;
    const written = isNothing(draft) ? { ...draft, text: "" } : draft;
    const sending = putDraft(key, written);
    onItsWay.current = Promise.all([onItsWay.current, sending]);
    const answer = await sending;
    if (unsent.current || !mine.current) return; // changed since, or sent
    if (!answer.ok) {
      unsent.current = draft;
      return;
    }
    const stored = answer.draft;
    server.current.keeps = stored !== null;
    if (stored && !isSame(stored, written)) setState((now) => ({ ...now, other: stored }));
    else setState((now) => ({ ...now, kept: stored ? "server" : "nowhere" }));
  };

  const change = (to: Partial<Written>) => {
    const { text, choice } = { ...(mine.current ?? empty), ...to };
    const draft = { text, choice, updatedAt: new Date().toISOString(), requestId: null };
    setState((now) => ({ ...now, text, choice, kept: isNothing(draft) ? "nowhere" : "device", restored: null }));
    keep(draft);
  };

  const restore = useEffectEvent(async (isGone: () => boolean) => {
    const device = readDeviceDraft(personId, key);
    if (device && mine.current === null) {
      mine.current = device;
      const restored = isNothing(device) ? null : { from: "device" as const, at: device.updatedAt };
      setState((now) => ({ ...now, text: device.text, choice: device.choice, kept: restored ? "device" : "nowhere", restored }));
    }
    const answer = await requestDraft(key);
    if (isGone()) return;
    const stored = answer.ok ? answer.draft : null;
    server.current = { isAsked: true, keeps: stored !== null };
    const now = mine.current;
    if (isDropped.current && now === null) return;
    if (now !== null && now !== device && !isNothing(now)) {
      // Somebody writes faster than the server answers: theirs stays.
      if (stored && !now.text.startsWith(stored.text)) setState((before) => ({ ...before, other: stored }));
      if (unsent.current) timer.current = window.setTimeout(send, PAUSE_MS);
      return;
    }
    const found = restoredFrom(device && !isNothing(device) ? device : null, stored);
    if (!found) return;
    const { draft, from, other } = found;
    const isSaved = stored !== null && isSame(draft, stored);
    // A step may have been chosen meanwhile.
    const choice = now !== null && now !== device ? now.choice : draft.choice;
    mine.current = { ...draft, choice, requestId: from === "device" ? (device?.requestId ?? null) : null };
    if (!isSaved) keep(mine.current);
    setState({ text: draft.text, choice, kept: isSaved ? "server" : "device", restored: { from, at: draft.updatedAt }, other });
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
      setState({ ...empty, text: other.text, choice: other.choice, kept: "device", other: { text, choice, updatedAt: now } });
      keep({ ...other, updatedAt: now, requestId: null });
    },
    dropOther: () => setState((now) => ({ ...now, other: null })),
    requestId() {
      const draft = mine.current ?? { text: state.text, choice: state.choice, updatedAt: new Date().toISOString(), requestId: null };
      const id = draft.requestId ?? requestId();
      mine.current = { ...draft, requestId: id };
      if (!isNothing(draft)) writeDeviceDraft(personId, key, mine.current);
      return id;
    },
    clear() {
      clearTimeout(timer.current);
      mine.current = null;
      unsent.current = null;
      writeDeviceDraft(personId, key, null);
      setState(empty);
      isDropped.current = true;
      server.current.keeps = false;
      // After what is on its way, which would bring it back.
      void onItsWay.current.then(() => deleteDraft(key));
    },
  };
}
