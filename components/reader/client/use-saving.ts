"use client";
import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { ShownTag } from "@/lib/annotations/annotation";
import { type ComposerProblem, type ComposerState, creationOf, editOf } from "@/lib/annotations/composer";
import type { ActionResult } from "@/lib/errors";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import type { ReaderActions } from "./reader-props";
import type { Drafts } from "./use-drafts";

/** What a save did, for whoever wants to take it back. */
export type Saved = { kind: "created" } | { kind: "edited"; version: number } | { kind: "unchanged" };

type Tools = {
  revisionId: string;
  frameworks: FrameworkSummaries;
  actions: ReaderActions;
  drafts: Drafts;
  /** stored, with what to say about it and to take it back with */
  onSaved(annotationId: string, text: string, saved: Saved): void;
  /** the page is older than what the server has */
  onStale(): void;
};

/** Sends what was composed. Gives back null when it is stored; otherwise why not, and everything is still there. */
export function useSaving({ revisionId, frameworks, actions, drafts, onSaved, onStale }: Tools) {
  return async (state: ComposerState): Promise<ComposerProblem | null> => {
    let result: ActionResult<{ id: string; saved: Saved }>;
    try {
      result = await store(state, revisionId, actions);
    } catch (error) {
      if (unstable_isUnrecognizedActionError(error)) return { kind: "outdated" };
      // Whatever else an action throws never reached its server, or its answer never reached us: the person may send it again under the same id.
      return { kind: "unreachable" };
    }
    if (!result.ok) {
      if (result.code === "conflict") onStale();
      return { kind: "refused", code: result.code, message: result.message };
    }
    drafts.drop(state.target);
    onSaved(result.value.id, `Saved: ${tagsInWords(state.tags, frameworks)}`, result.value.saved);
    return null;
  };
}

async function store(
  state: ComposerState,
  revisionId: string,
  actions: ReaderActions,
): Promise<ActionResult<{ id: string; saved: Saved }>> {
  const { target } = state;
  if (target.kind === "new") {
    const created = await actions.create(creationOf(state, revisionId));
    return created.ok ? { ok: true, value: { id: created.value.id, saved: { kind: "created" } } } : created;
  }
  const edited = await actions.edit(editOf(state, target.annotationId, target.version));
  if (!edited.ok) return edited;
  const { version } = edited.value;
  return {
    ok: true,
    value: { id: target.annotationId, saved: version === target.version ? { kind: "unchanged" } : { kind: "edited", version } },
  };
}

/** “supports Dual hedge, contests Realignment” */
function tagsInWords(tags: readonly ShownTag[], frameworks: FrameworkSummaries): string {
  return tags
    .map(({ stance, frameworkId }) => `${stance} ${frameworks.find(({ id }) => id === frameworkId)?.label ?? "a framework"}`)
    .join(", ");
}
