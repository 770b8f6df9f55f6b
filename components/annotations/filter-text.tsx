"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { parameterOf } from "@/lib/annotations/filter";
import { Icon } from "../ui/icon";

type Props = { text: string; maxLength: number; onChange?: (text: string) => void };

/** So long nothing was typed before it is applied: drawing thousands of marks anew for every letter would keep the letters waiting. */
const PAUSE_MS = 200;

/** Words that the note or the passage says. */
export function FilterText({ text, maxLength, onChange }: Props) {
  const [typed, setTyped] = useState({ of: text, words: text });
  // Taken off elsewhere.
  const words = typed.of === text ? typed.words : text;
  const apply = useEffectEvent((next: string) => {
    setTyped({ of: next, words });
    onChange?.(next);
  });
  useEffect(() => {
    const next = words.replace(/\s+/g, " ").trim();
    if (next === text) return;
    const pause = setTimeout(() => apply(next), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [words, text]);
  const label = "Words of the note or the passage";
  const field = onChange
    ? { value: words, onChange: (event: { target: { value: string } }) => setTyped({ of: text, words: event.target.value }) }
    : { defaultValue: text };
  return (
    <label className="input">
      <Icon name="search" />
      <span className="vh">{label}</span>
      <input type="search" name={parameterOf.text} placeholder={label} autoComplete="off" dir="auto" maxLength={maxLength} {...field} />
    </label>
  );
}
