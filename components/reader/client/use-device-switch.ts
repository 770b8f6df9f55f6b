"use client";
import { useEffect, useState } from "react";
import { readStored, writeStored } from "./draft-store";

/** Something that is on until a person switches it off in this browser, where that is kept. */
export function useDeviceSwitch(name: string): { isOn: boolean; switchTo(on: boolean): void } {
  const key = `hedgerow:${name}`;
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(readStored(key) !== "off"), [key]);
  return {
    isOn,
    switchTo(on) {
      setOn(on);
      writeStored(key, on ? null : "off");
    },
  };
}
