"use client";
import { useEffect } from "react";

/** The words that a search led here for, highlighted in the place that the address names. Changes no element, and is gone with the address. */
export function FoundWords({ words }: { words: readonly string[] }) {
  const all = words.join("\n");
  useEffect(() => {
    let isGone = false;
    let clear = () => {};
    let stop = () => {};
    // Few come from a search, so the others need not fetch how it is done. Without it the place is still the right one.
    void import("./paint-found").then(
      ({ paintFound }) => {
        if (isGone) return;
        const paint = () => {
          clear();
          clear = paintFound(all.split("\n"));
        };
        paint();
        addEventListener("hashchange", paint);
        stop = () => removeEventListener("hashchange", paint);
      },
      () => {},
    );
    return () => {
      isGone = true;
      stop();
      clear();
    };
  }, [all]);
  return null;
}
