"use client";
import { useCallback, useRef, useState } from "react";

/** Something that has happened, told at the foot of the window, with a way back where there is one. */
export type Notice = { key: number; text: string; undo: (() => void) | null /** what the way back is called */; label: string };

export type Notices = {
  notice: Notice | null;
  notify(text: string, undo?: () => void, label?: string): void;
  dismiss(): void;
  /** Z: takes back the last thing that can be, also when its notice is gone. */
  undoLast(): boolean;
};

export function useNotices(): Notices {
  const [notice, setNotice] = useState<Notice | null>(null);
  const count = useRef(0);
  const undoable = useRef<(() => void)[]>([]);

  const dismiss = useCallback(() => setNotice(null), []);
  const notify = useCallback((text: string, undo?: () => void, label = "Undo") => {
    count.current++;
    const once =
      undo &&
      (() => {
        undoable.current = undoable.current.filter((other) => other !== once);
        setNotice(null);
        undo();
      });
    if (once) undoable.current.push(once);
    setNotice({ key: count.current, text, undo: once ?? null, label });
  }, []);
  const undoLast = useCallback(() => {
    const last = undoable.current.at(-1);
    last?.();
    return last !== undefined;
  }, []);
  return { notice, notify, dismiss, undoLast };
}
