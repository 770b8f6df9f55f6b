import { type ReactNode, type Ref, useEffect, useRef } from "react";
import { areDigitsFree, type Found, findFrameworks, latelyUsed } from "@/lib/frameworks/find";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { FrameworkOption } from "./framework-option";
import { useCombobox } from "./use-combobox";

type Props = {
  frameworks: FrameworkSummaries;
  /** ids of those that the person used lately, the latest first */
  lately: readonly string[];
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

/**
 * Finds a framework by its label in any language, its notation or its sign. With nothing typed it shows those that were used lately, each
 * with its digit, and the whole tree.
 */
export function FrameworkCombobox({
  frameworks,
  lately,
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
  const matching = findFrameworks(frameworks, query);
  const recent = query.trim() === "" ? latelyUsed(frameworks, lately).map((framework): Found => ({ framework, path: [], hit: null })) : [];
  const found = [...recent, ...matching];
  const byDigit = areDigitsFree(frameworks) ? recent.map(({ framework }) => framework.id) : [];
  const takesFirst = recent.length > 0 && chosen.size === 0;
  const { listId, optionId, activeId, index, press } = useCombobox({ found, byDigit, takesFirst, query, onChoose, onEnterEmpty });
  const list = useRef<HTMLDivElement>(null);
  const offered = frameworks.filter((framework) => !framework.isDeprecated).length;
  const isOpen = isListed && found.length > 0;

  useEffect(() => {
    if (activeId) list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  const option = (one: Found, at: number, digit?: number) => (
    <FrameworkOption
      key={one.framework.id}
      id={optionId(at)}
      found={one}
      digit={digit}
      isActive={at === index}
      isChosen={chosen.has(one.framework.id)}
      onChoose={onChoose}
    />
  );

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
          {query.trim() !== "" && `${matching.length} of ${offered} frameworks`}
        </span>
      </div>
      <span className="vh" role="status">
        {query.trim() !== "" && (matching.length === 1 ? "1 framework found" : `${matching.length} frameworks found`)}
      </span>
      <div className="combo" role="listbox" id={listId} aria-label="Frameworks" hidden={!isOpen} ref={list} tabIndex={-1}>
        {recent.length > 0 && (
          <OptionGroup label="Used lately">{recent.map((one, at) => option(one, at, byDigit.length > 0 ? at + 1 : undefined))}</OptionGroup>
        )}
        {recent.length > 0 ? (
          <OptionGroup label="All frameworks">{matching.map((one, at) => option(one, recent.length + at))}</OptionGroup>
        ) : (
          matching.map((one, at) => option(one, at))
        )}
      </div>
      {isListed && found.length === 0 && <p className="combo__p">No framework is called “{query.trim()}”.</p>}
    </div>
  );
}

function OptionGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form; these are options of one list
    <div role="group" aria-label={label}>
      <p className="combo__g" aria-hidden="true">
        {label}
      </p>
      {children}
    </div>
  );
}

/** Pressing an option must not take the focus (and the on-screen keyboard) away from the field. */
function keepFocus(event: { target: EventTarget; preventDefault(): void }) {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
}
