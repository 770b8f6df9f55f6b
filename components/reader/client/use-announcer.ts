"use client";
import { useCallback, useState } from "react";

/** What the page's one polite region says, and a way to say the next thing. */
export function useAnnouncer(): { said: string; say: (text: string) => void } {
  const [said, setSaid] = useState("");
  const say = useCallback((text: string) => {
    // The same words again are news only to a region whose text has changed.
    setSaid((last) => (last === text ? `${text}\u00a0` : text));
  }, []);
  return { said, say };
}
