"use client";
import { useEffect, useEffectEvent, useState } from "react";

/** `soon`: it may be wanted in a moment, and nobody is told when it could not be fetched; `now`: somebody waits for it. */
type Wanted = false | "soon" | "now";

/**
 * A part of the page's script that is fetched when it is first wanted. Unlike React.lazy it can fail without taking the article along, and
 * is tried again the next time it is wanted.
 */
export function useLoaded<Module>(load: () => Promise<Module>, wanted: Wanted, onFailed: () => void): Module | null {
  const [loaded, setLoaded] = useState<{ module: Module } | null>(null);
  const fetchIt = useEffectEvent(() => {
    if (loaded) return;
    load().then(
      (module) => setLoaded({ module }),
      () => wanted === "now" && onFailed(),
    );
  });
  useEffect(() => {
    if (wanted) fetchIt();
  }, [wanted]);
  return loaded?.module ?? null;
}
