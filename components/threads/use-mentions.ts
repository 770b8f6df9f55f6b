"use client";
import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { mentionablesFor, mentioningAt, withMention } from "@/lib/threads/mentioning";
import type { Mentionable } from "@/lib/threads/mentions";
import { isComposing } from "../ui/is-composing";

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText(text: string): void;
  load(): Promise<Mentionable[]>;
};

/**
 * Completes a name after an @: a list box whose active option the field names, while focus stays in the field. A field of several lines may
 * not be called a combobox (ARIA in HTML allows it no other role than its own); it says all else that one says: that it completes by a
 * list, by which, and which option is active.
 */
export function useMentions({ field, text, onText, load }: Props) {
  const id = useId();
  const [people, setPeople] = useState<readonly Mentionable[]>([]);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState({ query: "", index: 0 });
  /** where an @ stands that is done with */
  const [done, setDone] = useState<number | null>(null);
  const caretToSet = useRef<number | null>(null);

  const mentioning = caret === null ? null : mentioningAt(text, caret);
  const isAsked = mentioning !== null && mentioning.start !== done;
  const found = isAsked ? mentionablesFor(people, mentioning.query) : [];
  const index = active.query === mentioning?.query ? Math.min(active.index, found.length - 1) : 0;

  const isLoaded = useRef(false);
  useEffect(() => {
    if (!isAsked || isLoaded.current) return;
    isLoaded.current = true;
    void load().then((list) => {
      // Nobody: perhaps the server was away. The next @ asks again.
      isLoaded.current = list.length > 0;
      setPeople(list);
    });
  }, [isAsked, load]);

  useLayoutEffect(() => {
    if (caretToSet.current === null) return;
    field.current?.setSelectionRange(caretToSet.current, caretToSet.current);
    setCaret(caretToSet.current);
    caretToSet.current = null;
  });

  const choose = (person: Mentionable | undefined) => {
    if (!person || !mentioning) return;
    const chosen = withMention(text, mentioning, person.name);
    caretToSet.current = chosen.caret;
    setDone(mentioning.start);
    onText(chosen.text);
  };
  const moveTo = (to: number) => setActive({ query: mentioning?.query ?? "", index: (to + found.length) % found.length });
  const keys: Record<string, () => void> = {
    arrowdown: () => moveTo(index + 1),
    arrowup: () => moveTo(index - 1),
    enter: () => choose(found[index]),
    escape: () => setDone(mentioning?.start ?? null),
  };
  /** Whether the key was one for the list. */
  const press = (event: KeyboardEvent): boolean => {
    const run = found.length > 0 ? keys[event.key.toLowerCase()] : undefined;
    if (!run || isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    event.preventDefault();
    event.stopPropagation();
    run();
    return true;
  };
  /** The caret is elsewhere. Where something is selected, nobody is asked for. */
  const follow = ({ selectionStart, selectionEnd, value }: HTMLTextAreaElement) => {
    setCaret(selectionStart === selectionEnd ? selectionStart : null);
    if (done !== null && value.charAt(done) !== "@") setDone(null);
  };

  return {
    found,
    index,
    listId: `${id}-people`,
    optionId: (option: number) => `${id}-person-${option}`,
    isOpen: found.length > 0,
    press,
    choose,
    follow,
    leave: () => setCaret(null),
  };
}
