"use client";
import { useEffect, useEffectEvent, useReducer, useRef } from "react";
import { type ComposerEvent, type ComposerProblem, type ComposerState, composer } from "@/lib/annotations/composer";
import { requestId } from "./request-id";

type Props = {
  begun: ComposerState;
  /** the annotation's version on the page, which may be newer than the one that is being changed */
  currentVersion: number | null;
  onChange(state: ComposerState): void;
  onSave(state: ComposerState): Promise<ComposerProblem | null>;
  onSaved(): void;
};

/** The composer's state, and saving it. */
export function useComposer({ begun, currentVersion, onChange, onSave, onSaved }: Props) {
  const [state, send] = useReducer(composer, begun);
  const changed = useEffectEvent(onChange);
  useEffect(() => changed(state), [state]);

  // An answer may come after the composer was closed, and must not close the next one.
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const save = async (first?: ComposerEvent) => {
    const from = first ? composer(state, first) : state;
    const event: ComposerEvent = { kind: "save", freshId: requestId() };
    const saving = composer(from, event);
    if (first) send(first);
    send(event);
    if (state.isSaving || !saving.isSaving) return;
    const problem = await onSave(saving);
    if (!isOpen.current) return;
    if (problem) send({ kind: "failed", problem });
    else onSaved();
  };
  const isConflict = state.problem?.kind === "refused" && state.problem.code === "conflict";
  const retry = () => save(isConflict && currentVersion !== null ? { kind: "replace", version: currentVersion } : undefined);

  return { state, send, save: () => save(), retry };
}
