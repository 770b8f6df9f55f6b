"use client";
import { type KeyboardEvent, useId, useState } from "react";
import type { Found } from "@/lib/frameworks/find";
import { isComposing } from "../ui/is-composing";

type Props = {
  /** what is on offer, in the order in which it is shown */
  found: readonly Found[];
  /** with nothing typed, a digit takes one of these */
  byDigit: readonly string[];
  /** with nothing typed, the first on offer is active all the same: nothing was chosen yet, and it was used last */
  takesFirst: boolean;
  query: string;
  onChoose(frameworkId: string): void;
  /** Enter with nothing typed and nothing active */
  onEnterEmpty(): void;
};

/**
 * Which option is active, and what the keys do: the ARIA 1.2 combobox with list autocomplete. Focus never leaves the field. With
 * something typed, the best match is active, so that Enter takes it; with nothing typed none is, so that Enter can mean “done”, unless
 * nothing could be done yet.
 */
export function useCombobox({ found, byDigit, takesFirst, query, onChoose, onEnterEmpty }: Props) {
  const id = useId();
  const isEmpty = query.trim() === "";
  const [moved, setMoved] = useState<{ query: string; index: number } | null>(null);
  // Moving counts for the list it was made in: typing on starts again at the best match.
  const index = moved?.query === query ? moved.index : isEmpty && !takesFirst ? -1 : 0;
  const active = found[index];

  const moveTo = (next: number) => {
    if (found.length > 0) setMoved({ query, index: (next + found.length) % found.length });
  };
  const choose = (frameworkId: string) => {
    setMoved(null);
    onChoose(frameworkId);
  };
  const keys: Record<string, () => void> = {
    arrowdown: () => moveTo(index + 1),
    arrowup: () => moveTo(index < 0 ? found.length - 1 : index - 1),
    enter: () => {
      if (active) choose(active.framework.id);
      else if (isEmpty) onEnterEmpty();
    },
  };
  const press = (event: KeyboardEvent) => {
    const digit = isEmpty && /^[1-9]$/.test(event.key) ? byDigit[Number(event.key) - 1] : undefined;
    const run = digit === undefined ? keys[event.key.toLowerCase()] : () => choose(digit);
    // While an input method composes, Enter and the arrows are its own; Ctrl+Enter saves from anywhere.
    if (!run || isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    run();
  };

  return {
    listId: `${id}-list`,
    optionId: (option: number) => `${id}-${option}`,
    activeId: active ? `${id}-${index}` : undefined,
    index: active ? index : -1,
    press,
  };
}
