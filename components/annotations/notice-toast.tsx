"use client";
import { useEffect, useState } from "react";
import { Kbd } from "../ui/kbd";
import { Toast } from "../ui/toast";

/** Long enough to read, find and reach (WCAG 2.2.1 asks for a way to have more: pointing at it or focusing it stops the clock). */
const STAYS_MS = 12_000;

/** For those who go to it by Tab, through the rest of the page. */
const STAYS_LONG_MS = 120_000;

type Props = { text: string; undo: (() => void) | null; label: string; staysLong: boolean; onGone(): void };

/** What was just done, and the way back. */
export function NoticeToast({ text, undo, label, staysLong, onGone }: Props) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const leaving = setTimeout(onGone, staysLong && undo ? STAYS_LONG_MS : STAYS_MS);
    return () => clearTimeout(leaving);
  }, [isHeld, staysLong, undo, onGone]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: being looked at only keeps it there
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Toast>
        <span>{text}</span>
        {undo && (
          <>
            <button type="button" className="link" onClick={undo}>
              {label}
            </button>
            <span aria-hidden="true">
              <Kbd>Z</Kbd>
            </span>
          </>
        )}
      </Toast>
    </div>
  );
}
