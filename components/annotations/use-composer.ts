"use client";
import { useEffect, useEffectEvent, useReducer } from "react";
import { type ComposerEvent, type ComposerState, composer } from "@/lib/annotations/composer";
import { requestId } from "./request-id";

type Props = {
  begun: ComposerState;
  /** the annotation's version on the page, which may be newer than the one that is being changed */
  currentVersion: number | null;
  onChange(state: ComposerState): void;
  /** complete, and to be sent: the composer has done its part */
  onSave(state: ComposerState): void;
};

/** The composer's state, until there is something to save. */
export function useComposer({ begun, currentVersion, onChange, onSave }: Props) {
  const [state, send] = useReducer(composer, begun);
  const changed = useEffectEvent(onChange);
  useEffect(() => changed(state), [state]);

  const save = (first?: ComposerEvent) => {
    const from = first ? composer(state, first) : state;
    const event: ComposerEvent = { kind: "save", freshId: requestId() };
    const saving = composer(from, event);
    if (first) send(first);
    send(event);
    if (!state.isSaving && saving.isSaving) onSave(saving);
  };
  const isConflict = state.problem?.kind === "refused" && state.problem.code === "conflict";
  const retry = () => save(isConflict && currentVersion !== null ? { kind: "replace", version: currentVersion } : undefined);

  return { state, send, save: () => save(), retry };
}
