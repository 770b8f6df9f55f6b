"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import { listed, loadedFrom, refreshed } from "@/lib/threads/loaded";
import { doingsOf } from "./thread-doings";
import type { ThreadOptions } from "./thread-props";

/** A thread as this page has it, and what may be done in it. */
export function useThread({ thread, viewer, actions, notify }: ThreadOptions) {
  const [loaded, setLoaded] = useState(() => loadedFrom(thread));
  const list = useMemo(() => listed(loaded), [loaded]);

  // The page was made anew on the server, as after a step of a critique.
  const shown = useRef(thread);
  useEffect(() => {
    if (shown.current === thread) return;
    shown.current = thread;
    setLoaded((now) => refreshed(now, thread));
  }, [thread]);

  // What is called later finds here what is true then; the functions themselves never change, so that no comment is drawn again for them.
  const now = useRef({ loaded, thread, viewer, actions, notify });
  now.current = { loaded, thread, viewer, actions, notify };
  const doings = useMemo(() => doingsOf(now, setLoaded), []);
  return { list, loaded, doings };
}
