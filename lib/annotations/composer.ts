import type { ShownTag } from "./annotation";
import { MAX_NOTE_LENGTH, MAX_TAGS } from "./limits";
import type { Audience, CreateAnnotation, EditAnnotation, Stance } from "./schema";

/** What is being written about: a passage without an annotation of the person's yet, or one that is being changed. */
export type ComposerTarget = { start: number; end: number; quote: string } & (
  | { kind: "new" }
  | { kind: "edit"; annotationId: string /** the version the person saw */; version: number }
);

/** Why something the person asked for did not happen, as data: the component finds the words. */
export type ComposerProblem =
  | { kind: "already-here"; frameworkId: string; stance: Stance }
  | { kind: "too-many" }
  | { kind: "no-framework" }
  | { kind: "not-chosen"; query: string }
  | { kind: "note-too-long"; by: number }
  /** the answer never came: the save may or may not have arrived */
  | { kind: "unreachable" }
  /** the server has been renewed since the page was opened, and does not know its calls any more */
  | { kind: "outdated" }
  /** the server said no, in words for the person */
  | { kind: "refused"; code: string; message: string };

export type ComposerState = {
  target: ComposerTarget;
  /** names the save, so that one that is sent twice is stored once; made anew when its content is no longer what was sent */
  requestId: string;
  sent: string | null;
  /** of the framework that is chosen next */
  stance: Stance;
  query: string;
  tags: ShownTag[];
  note: string;
  audience: Audience;
  isSaving: boolean;
  problem: ComposerProblem | null;
};

export type ComposerEvent =
  | { kind: "stance"; stance: Stance }
  | { kind: "query"; query: string }
  | { kind: "choose"; frameworkId: string }
  | { kind: "switch"; frameworkId: string }
  | { kind: "remove"; frameworkId: string }
  | { kind: "note"; note: string }
  | { kind: "audience"; audience: Audience }
  /** the person has seen that there is a newer version, and wants theirs instead */
  | { kind: "replace"; version: number }
  /** `freshId` is used when the content differs from what was sent under the old id */
  | { kind: "save"; freshId: string }
  | { kind: "failed"; problem: ComposerProblem };

export function startComposer(target: ComposerTarget, requestId: string, given: Partial<ComposerState> = {}): ComposerState {
  return {
    sent: null,
    stance: "supports",
    query: "",
    tags: [],
    note: "",
    audience: "everyone",
    problem: null,
    ...given,
    target,
    requestId,
    isSaving: false,
  };
}

export function composer(state: ComposerState, event: ComposerEvent): ComposerState {
  if (event.kind === "failed") return { ...state, isSaving: false, problem: event.problem };
  // What is on its way must stay what is shown.
  if (state.isSaving) return state;
  const next = { ...state, problem: null };
  switch (event.kind) {
    case "stance":
      // Of the framework that is chosen next, and no other: pressing “Contests” and then choosing another must not turn the first around.
      return { ...next, stance: event.stance };
    case "query":
      return { ...next, query: event.query };
    case "choose":
      return choose(next, event.frameworkId);
    case "switch":
      return switchStance(next, event.frameworkId);
    case "remove":
      return { ...next, tags: state.tags.filter((tag) => tag.frameworkId !== event.frameworkId) };
    case "note":
      return { ...next, note: event.note };
    case "audience":
      return { ...next, audience: event.audience };
    case "replace":
      return state.target.kind === "edit" ? { ...next, target: { ...state.target, version: event.version } } : next;
    case "save":
      return save(next, event.freshId);
  }
}

export function otherStance(stance: Stance): Stance {
  return stance === "supports" ? "contests" : "supports";
}

function switchStance(state: ComposerState, frameworkId: string): ComposerState {
  const tags = state.tags.map((tag) => (tag.frameworkId === frameworkId ? { ...tag, stance: otherStance(tag.stance) } : tag));
  return { ...state, tags };
}

function choose(state: ComposerState, frameworkId: string): ComposerState {
  const here = state.tags.find((tag) => tag.frameworkId === frameworkId);
  // What was typed names something that is there: it has been understood, and must not stand in the way of saving.
  if (here) return { ...state, query: "", problem: { kind: "already-here", frameworkId, stance: here.stance } };
  if (state.tags.length >= MAX_TAGS) return { ...state, problem: { kind: "too-many" } };
  return { ...state, query: "", tags: [...state.tags, { frameworkId, stance: state.stance }] };
}

function save(state: ComposerState, freshId: string): ComposerState {
  const problem = problemOf(state);
  if (problem) return { ...state, problem };
  const content = contentOf(state);
  const isSame = state.sent === null || state.sent === content;
  return { ...state, isSaving: true, sent: content, requestId: isSame ? state.requestId : freshId };
}

function problemOf(state: ComposerState): ComposerProblem | null {
  const query = state.query.trim();
  if (query !== "") return { kind: "not-chosen", query };
  if (state.tags.length === 0) return { kind: "no-framework" };
  const by = state.note.length - MAX_NOTE_LENGTH;
  return by > 0 ? { kind: "note-too-long", by } : null;
}

function contentOf({ target, tags, note, audience }: ComposerState): string {
  return JSON.stringify([target.start, target.end, tags, note, audience]);
}

/** Has anything been written that closing would lose? */
export function isWritten(state: ComposerState): boolean {
  return state.tags.length > 0 || state.note.trim() !== "" || state.query.trim() !== "";
}

export function creationOf({ target, requestId, tags, note, audience }: ComposerState, revisionId: string): CreateAnnotation {
  return { requestId, revisionId, start: target.start, end: target.end, quote: target.quote, tags, note, audience };
}

export function editOf({ tags, note, audience }: ComposerState, annotationId: string, version: number): EditAnnotation {
  return { annotationId, version, tags, note, audience };
}
