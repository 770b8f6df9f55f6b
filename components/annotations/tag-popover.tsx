"use client";
import { type CSSProperties, type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from "react";
import type { ComposerState } from "@/lib/annotations/composer";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { isComposing } from "../ui/is-composing";
import { AudienceSelect } from "./audience-select";
import { ChosenTags } from "./chosen-tags";
import { ComposerTrouble } from "./composer-problem";
import { FrameworkCombobox } from "./framework-combobox";
import { isField } from "./is-field";
import { keepFocusWithin } from "./keep-focus-within";
import { SaveButton } from "./save-button";
import { StancePair } from "./stance-pair";
import { useComposer } from "./use-composer";

type Props = {
  /** a new composer, or one that goes on where a draft or an annotation is */
  begun: ComposerState;
  frameworks: FrameworkSummaries;
  /** ids of those that the person used lately, the latest first */
  lately: readonly string[];
  currentVersion: number | null;
  returnTo: string;
  style: CSSProperties;
  ref: Ref<HTMLDivElement>;
  onChange(state: ComposerState): void;
  onSave(state: ComposerState): void;
  onCancel(): void;
};

/** Says what a passage does to which frameworks, and why. */
export function TagPopover({ begun, frameworks, lately, currentVersion, returnTo, style, ref, onCancel, ...saving }: Props) {
  const { state, send, save, retry } = useComposer({ begun, currentVersion, ...saving });
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const { problem } = state;
  const isEdit = state.target.kind === "edit";

  const [isListed, setListed] = useState(begun.tags.length === 0);
  // A new tag begins with its framework; what is gone on with, with the words about it.
  const begin = begun.tags.length > 0 ? note : field;
  // It is not in its place yet, and brings itself into the window when it is.
  useEffect(() => begin.current?.focus({ preventScroll: true }), [begin]);

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const stance = { s: "supports", c: "contests" } as const;
    const key = event.key.toLowerCase();
    const hasModifier = event.ctrlKey || event.metaKey;
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && hasModifier) save();
    else if ((key === "s" || key === "c") && !hasModifier && !event.altKey && !isField(document.activeElement))
      send({ kind: "stance", stance: stance[key] });
    else return keepFocusWithin(event);
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      className="pop pop--composer"
      role="dialog"
      aria-label={isEdit ? "Change your annotation" : "Tag this passage"}
      style={style}
      ref={ref}
      onKeyDown={press}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <StancePair stance={state.stance} isForAnother={state.tags.length > 0} onChange={(stance) => send({ kind: "stance", stance })} />
        <div className="pop__b">
          <ChosenTags
            tags={state.tags}
            frameworks={frameworks}
            repeated={problem?.kind === "already-here" ? problem.frameworkId : null}
            onSwitch={(frameworkId) => send({ kind: "switch", frameworkId })}
            onRemove={(frameworkId) => {
              send({ kind: "remove", frameworkId });
              field.current?.focus();
            }}
          />
          <FrameworkCombobox
            ref={field}
            frameworks={frameworks}
            lately={lately}
            query={state.query}
            isReadOnly={state.isSaving}
            chosen={new Set(state.tags.map((tag) => tag.frameworkId))}
            isListed={isListed}
            onFocus={() => setListed(true)}
            describedBy={problem ? `${id}-problem` : undefined}
            onQuery={(query) => send({ kind: "query", query })}
            onChoose={(frameworkId) => send({ kind: "choose", frameworkId })}
            onEnterEmpty={save}
          />
          <label className="field">
            <span className="vh">Note (optional)</span>
            <textarea
              ref={note}
              className="input"
              dir="auto"
              rows={2}
              placeholder="Why? A sentence is enough. (optional)"
              value={state.note}
              readOnly={state.isSaving}
              onFocus={() => setListed(false)}
              onChange={(event) => send({ kind: "note", note: event.target.value })}
            />
          </label>
          {problem && (
            <ComposerTrouble id={`${id}-problem`} problem={problem} frameworks={frameworks} returnTo={returnTo} onRetry={retry} />
          )}
        </div>
        <footer className="pop__f">
          <AudienceSelect audience={state.audience} onChange={(audience) => send({ kind: "audience", audience })} />
          <button type="button" className="pop__h" onClick={onCancel}>
            <kbd>Esc</kbd> Cancel
          </button>
          <SaveButton isEdit={isEdit} isSaving={state.isSaving} />
        </footer>
      </form>
    </div>
  );
}
