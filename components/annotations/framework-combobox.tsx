import { type Ref, useEffect, useRef } from "react";
import { findFrameworks } from "@/lib/frameworks/find";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { FrameworkOption } from "./framework-option";
import { useCombobox } from "./use-combobox";

type Props = {
  frameworks: FrameworkSummaries;
  query: string;
  isReadOnly: boolean;
  /** ids of those that the annotation carries already */
  chosen: ReadonlySet<string>;
  /** the list is put away while something else is written */
  isListed: boolean;
  /** of what went wrong, when it is about this field */
  describedBy: string | undefined;
  onQuery(query: string): void;
  onChoose(frameworkId: string): void;
  onEnterEmpty(): void;
  onFocus(): void;
  ref: Ref<HTMLInputElement>;
};

/** Finds a framework by its label in any language, its notation or its sign. With nothing typed it shows the whole tree. */
export function FrameworkCombobox({
  frameworks,
  query,
  isReadOnly,
  chosen,
  isListed,
  describedBy,
  onQuery,
  onChoose,
  onEnterEmpty,
  onFocus,
  ref,
}: Props) {
  const found = findFrameworks(frameworks, query);
  const { listId, optionId, activeId, index, press } = useCombobox({ found, query, onChoose, onEnterEmpty });
  const list = useRef<HTMLDivElement>(null);
  const offered = frameworks.filter((framework) => !framework.isDeprecated).length;
  const isOpen = isListed && found.length > 0;

  useEffect(() => {
    if (activeId) list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the field's focus while an option is pressed
    <div className="combobox" onMouseDown={keepFocus}>
      <div className="input">
        <input
          ref={ref}
          role="combobox"
          aria-label="Framework"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-activedescendant={isOpen ? activeId : undefined}
          aria-describedby={describedBy}
          placeholder={chosen.size === 0 ? "Which framework? Name, sign or number" : "Another framework"}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="done"
          value={query}
          readOnly={isReadOnly}
          onChange={(event) => onQuery(event.target.value)}
          onFocus={onFocus}
          onKeyDown={press}
        />
        <span className="hint nowrap" aria-hidden="true">
          {query.trim() !== "" && `${found.length} of ${offered} frameworks`}
        </span>
      </div>
      <span className="vh" role="status">
        {query.trim() !== "" && (found.length === 1 ? "1 framework found" : `${found.length} frameworks found`)}
      </span>
      <div className="combo" role="listbox" id={listId} aria-label="Frameworks" hidden={!isOpen} ref={list} tabIndex={-1}>
        {found.map((one, option) => (
          <FrameworkOption
            key={one.framework.id}
            id={optionId(option)}
            found={one}
            isActive={option === index}
            isChosen={chosen.has(one.framework.id)}
            onChoose={onChoose}
          />
        ))}
      </div>
      {isListed && found.length === 0 && <p className="combo__p">No framework is called “{query.trim()}”.</p>}
    </div>
  );
}

/** Pressing an option must not take the focus (and the on-screen keyboard) away from the field. */
function keepFocus(event: { target: EventTarget; preventDefault(): void }) {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
}
