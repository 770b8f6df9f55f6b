"use client";
import { useEffect, useState } from "react";
import { readStored, writeStored } from "./draft-store";

const KEY = "hedgerow:single-keys";

/** Whether single keys do things: whoever dictates, or hits keys by accident, can switch them off (WCAG 2.1.4). Kept in this browser. */
export function useSingleKeys(): { areOn: boolean; switchTo(on: boolean): void } {
  const [areOn, setOn] = useState(true);
  useEffect(() => setOn(readStored(KEY) !== "off"), []);
  return {
    areOn,
    switchTo(on) {
      setOn(on);
      writeStored(KEY, on ? null : "off");
    },
  };
}
