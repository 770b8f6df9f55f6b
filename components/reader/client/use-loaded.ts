"use client";
import { useEffect, useEffectEvent, useState } from "react";

/**
 * A part of the page's script that is fetched when it is first wanted. Unlike React.lazy it can fail without taking the article along, and
 * is tried again the next time it is wanted.
 */
export function useLoaded<Module>(load: () => Promise<Module>, isWanted: boolean, onFailed: () => void): Module | null {
  const [loaded, setLoaded] = useState<{ module: Module } | null>(null);
  const fetchIt = useEffectEvent(() => {
    if (!loaded) load().then((module) => setLoaded({ module }), onFailed);
  });
  useEffect(() => {
    if (isWanted) fetchIt();
  }, [isWanted]);
  return loaded?.module ?? null;
}
