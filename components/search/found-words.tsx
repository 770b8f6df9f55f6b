"use client";
import { useEffect } from "react";

/** The words that a search led here for, highlighted in the place that the address names. Changes no element, and is gone with the address. */
export function FoundWords({ words }: { words: readonly string[] }) {
  const all = words.join("\n");
  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    // Few come from a search, so the others need not fetch how it is done. Without it the place is still the right one.
    void import("./paint-found").then(
      ({ paintFound, clearFound }) => {
        if (isGone) return;
        const paint = () => paintFound(all.split("\n"));
        paint();
        addEventListener("hashchange", paint);
        stop = () => {
          removeEventListener("hashchange", paint);
          clearFound();
        };
      },
      () => {},
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [all]);
  return null;
}
