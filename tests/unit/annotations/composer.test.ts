import { describe, expect, it } from "vitest";
import {
  type ComposerEvent,
  type ComposerState,
  type ComposerTarget,
  composer,
  creationOf,
  editOf,
  isWritten,
  startComposer,
} from "@/lib/annotations/composer";
import { MAX_NOTE_LENGTH, MAX_TAGS } from "@/lib/annotations/limits";

const target: ComposerTarget = { kind: "new", start: 10, end: 14, quote: "ally" };
const begin = (given: Partial<ComposerState> = {}) => startComposer(target, "request-1", given);
const having = (...events: ComposerEvent[]) => events.reduce(composer, begin());
const choose = (frameworkId: string): ComposerEvent => ({ kind: "choose", frameworkId });
const save: ComposerEvent = { kind: "save", freshId: "request-2" };
const unreachable: ComposerEvent = { kind: "failed", problem: { kind: "unreachable" } };

describe("composer", () => {
  it("gives a chosen framework the stance of the pair, and empties the box", () => {
    const state = having({ kind: "stance", stance: "contests" }, { kind: "query", query: "dual" }, choose("H2"));
    expect(state).toMatchObject({ tags: [{ frameworkId: "H2", stance: "contests" }], query: "", problem: null });
  });

  it("carries several frameworks with different stances", () => {
    const state = having(choose("H2"), { kind: "query", query: "b" }, { kind: "stance", stance: "contests" }, choose("B"));
    expect(state.tags).toEqual([
      { frameworkId: "H2", stance: "supports" },
      { frameworkId: "B", stance: "contests" },
    ]);
  });

  it("lets the pair speak of the next framework only, and each line of its own", () => {
    const next = having(choose("H2"), { kind: "stance", stance: "contests" });
    expect(next).toMatchObject({ stance: "contests", tags: [{ frameworkId: "H2", stance: "supports" }] });
    expect(composer(next, choose("B")).tags).toEqual([
      { frameworkId: "H2", stance: "supports" },
      { frameworkId: "B", stance: "contests" },
    ]);
    expect(composer(next, { kind: "switch", frameworkId: "H2" })).toMatchObject({
      stance: "contests",
      tags: [{ frameworkId: "H2", stance: "contests" }],
    });
  });

  it("refuses a framework that is already there, and takes what was typed as understood", () => {
    const state = having(choose("H2"), { kind: "query", query: "du" }, choose("H2"));
    expect(state).toMatchObject({ query: "", problem: { kind: "already-here", frameworkId: "H2", stance: "supports" } });
    expect(state.tags).toHaveLength(1);
    expect(composer(state, { kind: "query", query: "dua" }).problem).toBeNull();
  });

  it("refuses one framework too many", () => {
    const full = having(...Array.from({ length: MAX_TAGS }, (_, i) => choose(`F${i}`)));
    expect(composer(full, choose("X"))).toMatchObject({ problem: { kind: "too-many" }, tags: full.tags });
  });

  it("switches and removes single tags", () => {
    const state = having(choose("H2"), choose("B"), { kind: "switch", frameworkId: "B" }, { kind: "remove", frameworkId: "H2" });
    expect(state.tags).toEqual([{ frameworkId: "B", stance: "contests" }]);
  });

  it.each<[string, ComposerEvent[], ComposerState["problem"]]>([
    ["without a framework", [], { kind: "no-framework" }],
    [
      "with something typed that was not chosen",
      [choose("H2"), { kind: "query", query: " lever " }],
      { kind: "not-chosen", query: "lever" },
    ],
    ["with too long a note", [choose("H2"), { kind: "note", note: "x".repeat(MAX_NOTE_LENGTH + 3) }], { kind: "note-too-long", by: 3 }],
  ])("does not save %s", (_, events, problem) => {
    expect(having(...events, save)).toMatchObject({ isSaving: false, sent: null, problem });
  });

  it("changes nothing while it is saving, and keeps everything when that fails", () => {
    const saving = having(choose("H2"), { kind: "note", note: "why" }, save);
    expect(saving).toMatchObject({ isSaving: true, requestId: "request-1" });
    expect(composer(saving, { kind: "note", note: "lost?" })).toBe(saving);
    expect(composer(saving, unreachable)).toMatchObject({
      isSaving: false,
      note: "why",
      tags: saving.tags,
      problem: { kind: "unreachable" },
    });
  });

  it("tries again under the same id, but under a new one when the content has changed", () => {
    const failed = having(choose("H2"), save, unreachable);
    expect(composer(failed, save).requestId).toBe("request-1");
    expect(composer(composer(failed, { kind: "note", note: "more" }), save).requestId).toBe("request-2");
  });

  it("replaces a newer version only when told to", () => {
    const edit = startComposer({ ...target, kind: "edit", annotationId: "a1", version: 2 }, "request-1");
    expect(composer(edit, { kind: "replace", version: 5 }).target).toMatchObject({ version: 5 });
    expect(composer(begin(), { kind: "replace", version: 5 }).target).toEqual(target);
  });

  it("knows whether closing would lose anything", () => {
    expect([begin(), having({ kind: "stance", stance: "contests" }), having({ kind: "note", note: " " })].some(isWritten)).toBe(false);
    expect([having({ kind: "query", query: "d" }), having(choose("H2")), having({ kind: "note", note: "n" })].every(isWritten)).toBe(true);
  });

  it("says what to send", () => {
    const state = having(choose("H2"), { kind: "note", note: "why" }, { kind: "audience", audience: "onlyMe" });
    const tags = [{ frameworkId: "H2", stance: "supports" }];
    expect(creationOf(state, "revision")).toEqual({
      requestId: "request-1",
      revisionId: "revision",
      start: 10,
      end: 14,
      quote: "ally",
      tags,
      note: "why",
      audience: "onlyMe",
    });
    expect(editOf(state, "annotation", 3)).toEqual({ annotationId: "annotation", version: 3, tags, note: "why", audience: "onlyMe" });
  });
});
