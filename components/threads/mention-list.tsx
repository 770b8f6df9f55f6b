import { useEffect, useRef } from "react";
import type { Mentionable } from "@/lib/threads/mentions";
import type { useMentions } from "./use-mentions";

/** Who may be meant by what is typed after an @. The field keeps the focus and handles the keys. */
export function MentionList({ found, index, listId, optionId, isOpen, choose }: ReturnType<typeof useMentions>) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is active
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [index]);
  return (
    <>
      <span className="vh" role="status">
        {isOpen && (found.length === 1 ? "1 person offered" : `${found.length} people offered`)}
      </span>
      <div className="combo" role="listbox" id={listId} aria-label="People" hidden={!isOpen} ref={list} tabIndex={-1}>
        {found.map((person, at) => (
          <MentionOption key={person.personId} id={optionId(at)} person={person} isActive={at === index} onChoose={() => choose(person)} />
        ))}
      </div>
    </>
  );
}

function MentionOption({ id, person, isActive, onChoose }: { id: string; person: Mentionable; isActive: boolean; onChoose(): void }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, aria-activedescendant names the option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys of all its options
    <div
      className={isActive ? "combo__o combo__o--who is-on" : "combo__o combo__o--who"}
      role="option"
      id={id}
      aria-selected={isActive}
      // The field keeps its focus, and the on-screen keyboard with it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <b dir="auto">{person.name}</b>
      {person.isAuthor && <span className="muted">the author</span>}
    </div>
  );
}
