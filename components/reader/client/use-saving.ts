"use client";
import { unstable_isUnrecognizedActionError, useRouter } from "next/navigation";
import type { AnchoredAnnotation, ShownTag } from "@/lib/annotations/annotation";
import { type ComposerProblem, type ComposerState, creationOf, editOf } from "@/lib/annotations/composer";
import { UNSAVED_VERSION } from "@/lib/annotations/unsaved";
import { blockIndexAt } from "@/lib/articles/canonical";
import type { ActionResult } from "@/lib/errors";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import type { ReaderActions, ReadingRoomPage } from "./reader-props";
import type { ReaderViewer } from "./reader-viewer";
import type { Drafts } from "./use-drafts";
import type { Margin } from "./use-margin";
import type { Room } from "./use-room";

type Tools = {
  page: ReadingRoomPage;
  viewer: ReaderViewer;
  room: Room;
  margin: Margin;
  actions: ReaderActions;
  drafts: Drafts;
  say(text: string): void;
  /** it is on the page, and not yet stored */
  onShown(key: string): void;
  /** stored, with what to say about it and to take it back with */
  onSaved(text: string, saved: Saved): void;
};

/** What a save did, for whoever wants to take it back. `before` is what the annotation said until then, null where there was none. */
export type Saved = { key: string; before: AnchoredAnnotation | null; version: number };

export type Saving = {
  save(state: ComposerState): void;
  retry(key: string): void;
  /** takes an annotation that was not saved off the page; answers what was written */
  withdraw(key: string): ComposerState | null;
};

/**
 * Shows what was composed at once, as being saved, and sends it. It ends as saved, or still there with the reason and the way to try
 * again; its draft is kept until it is stored.
 */
export function useSaving({ page, viewer, room, margin, actions, drafts, say, onShown, onSaved }: Tools): Saving {
  const router = useRouter();
  const { unsaved, markUnsaved: mark } = margin;

  const send = async (state: ComposerState, shown: AnchoredAnnotation, before: AnchoredAnnotation | null) => {
    mark(shown.key, { kind: "saving" });
    const answer = await store(state, page.revision.id, actions);
    if (answer.ok) {
      room.update(shown.key, () => ({ ...shown, ...answer.value, can: { edit: true, remove: true, moderate: false } }));
      mark(shown.key, null);
      drafts.drop(state.target);
      const { version } = answer.value;
      onSaved(`Saved: ${tagsInWords(state.tags, page.frameworks)}`, { key: shown.key, before, version });
      return;
    }
    const { problem } = answer;
    mark(shown.key, { kind: "failed", problem, state, before });
    say("Not saved. What you wrote is still here.");
    // There is a newer one, and it should be seen before it is replaced.
    if (problem.kind === "refused" && problem.code === "conflict") router.refresh();
  };

  const failed = (key: string) => {
    const how = unsaved.get(key);
    return how?.kind === "failed" ? how : null;
  };

  return {
    save(state) {
      const before = state.target.kind === "edit" ? (room.byId(state.target.annotationId) ?? null) : null;
      const key = before?.key ?? room.freshKey();
      const shown = shownAs(state, before, { key, viewer, page, room });
      if (before) room.update(key, () => shown);
      else room.add(shown);
      // What is being saved is seen, not folded away among others.
      margin.unfold(shown.blockIndex);
      onShown(key);
      void send(state, shown, before);
    },
    retry(key) {
      const how = failed(key);
      const shown = room.byKey(key);
      if (how && shown) void send(how.state, shownAs(how.state, how.before, { key, viewer, page, room }), how.before);
    },
    withdraw(key) {
      const how = failed(key);
      if (!how) return null;
      // A newer one may have come meanwhile, to be seen and replaced: it must not make way for what this page showed first.
      room.update(key, (now) => (how.before && now.version > how.before.version ? now : how.before));
      mark(key, null);
      return how.state;
    },
  };
}

type Context = { key: string; viewer: ReaderViewer; page: ReadingRoomPage; room: Room };

/** The annotation as it will be when it is stored. */
function shownAs(state: ComposerState, before: AnchoredAnnotation | null, { key, viewer, page, room }: Context): AnchoredAnnotation {
  const { target, tags, audience } = state;
  const note = state.note.trim();
  const written = { tags, note: note === "" ? null : note, noteLength: note.length, audience };
  if (before) return { ...before, ...written, editedAt: new Date().toISOString() };
  const { personId, displayName } = viewer.kind === "person" ? viewer : { personId: "", displayName: "" };
  const isAuthor = room.annotations.some(({ person }) => person.id === personId && person.isAuthor);
  return {
    ...written,
    key,
    id: state.requestId,
    start: target.start,
    end: target.end,
    blockIndex: blockIndexAt(page.revision.blocks, target.start) ?? 0,
    person: { id: personId, displayName, isAuthor, isViewer: true },
    version: UNSAVED_VERSION,
    state: null,
    isHidden: false,
    replies: 0,
    critique: null,
    createdAt: new Date().toISOString(),
    editedAt: null,
    can: { edit: false, remove: false, moderate: false },
  };
}

type Answer = { ok: true; value: { id: string; version: number } } | { ok: false; problem: ComposerProblem };

async function store(state: ComposerState, revisionId: string, actions: ReaderActions): Promise<Answer> {
  const { target } = state;
  try {
    if (target.kind === "new") {
      return answered(await actions.create(creationOf(state, revisionId)), ({ id }) => ({ id, version: 1 }));
    }
    const { annotationId } = target;
    return answered(await actions.edit(editOf(state, annotationId, target.version)), ({ version }) => ({ id: annotationId, version }));
  } catch (error) {
    if (unstable_isUnrecognizedActionError(error)) return { ok: false, problem: { kind: "outdated" } };
    // Whatever else an action throws never reached its server, or its answer never reached us: it may be sent again under the same id.
    return { ok: false, problem: { kind: "unreachable" } };
  }
}

function answered<T>(result: ActionResult<T>, value: (value: T) => { id: string; version: number }): Answer {
  if (result.ok) return { ok: true, value: value(result.value) };
  return { ok: false, problem: { kind: "refused", code: result.code, message: result.message } };
}

/** “supports Dual hedge, contests Realignment” */
function tagsInWords(tags: readonly ShownTag[], frameworks: FrameworkSummaries): string {
  return tags
    .map(({ stance, frameworkId }) => `${stance} ${frameworks.find(({ id }) => id === frameworkId)?.label ?? "a framework"}`)
    .join(", ");
}
