import { describe, expect, it } from "vitest";
import { type ComposerTarget, composer, startComposer } from "@/lib/annotations/composer";
import { draftOf, mergeDrafts, parseDrafts, resume, withDraft, withoutDraft } from "@/lib/annotations/draft";

const passage: ComposerTarget = { kind: "new", start: 10, end: 14, quote: "ally" };
const edited: ComposerTarget = { kind: "edit", start: 10, end: 14, quote: "ally", annotationId: "a1", version: 2 };
const tags = [{ frameworkId: "H2", stance: "contests" as const }];
const written = (target: ComposerTarget, note: string) =>
  startComposer(target, "request-1", { note, tags, query: "lev", stance: "contests", audience: "onlyMe" });

describe("drafts", () => {
  it("come back as they were, through storage", () => {
    const state = written(edited, "half a sent");
    expect(parseDrafts(JSON.stringify([draftOf(state)])).map(resume)).toEqual([state]);
  });

  it("forget that a save was under way, but not under which id", () => {
    const sending = composer({ ...written(passage, "note"), query: "" }, { kind: "save", freshId: "other" });
    const [back] = parseDrafts(JSON.stringify([draftOf(sending)])).map(resume);
    expect(back).toMatchObject({ isSaving: false, requestId: "request-1", sent: sending.sent });
  });

  it("are one per passage and one per annotation, the newest first", () => {
    const first = draftOf(written(passage, "first"));
    const second = draftOf(written(edited, "second"));
    const third = draftOf(written(passage, "third"));
    const drafts = [first, second, third].reduce(withDraft, [] as ReturnType<typeof parseDrafts>);
    expect(drafts).toEqual([third, second]);
    expect(withoutDraft(drafts, passage)).toEqual([second]);
  });

  it("from before signing in come along, but do not displace what was written on the same words", () => {
    const mine = draftOf(written(passage, "written before"));
    const selected = draftOf(startComposer(passage, "request-2"));
    const elsewhere = draftOf(startComposer({ ...passage, start: 20, end: 24 }, "request-3"));
    expect(mergeDrafts([mine], [selected, elsewhere])).toEqual([elsewhere, mine]);
    const newer = draftOf(written(passage, "written since"));
    expect(mergeDrafts([mine], [newer])).toEqual([newer]);
  });

  it.each([
    ["nothing", null],
    ["no JSON", "{"],
    ["no list", "{}"],
    ["other things", '[null, 1, "x", {}, {"target": null}]'],
    ["a target without a place", JSON.stringify([{ ...draftOf(written(passage, "")), target: { kind: "new", quote: "ally" } }])],
    ["a place that is empty", JSON.stringify([{ ...draftOf(written(passage, "")), target: { ...passage, end: 10 } }])],
    ["an unknown stance", JSON.stringify([{ ...draftOf(written(passage, "")), stance: "likes" }])],
    ["an edit of nothing", JSON.stringify([{ ...draftOf(written(passage, "")), target: { ...passage, kind: "edit" } }])],
  ])("are not read from %s", (_, json) => expect(parseDrafts(json)).toEqual([]));

  it("drop single tags that do not parse", () => {
    const json = JSON.stringify([{ ...draftOf(written(passage, "")), tags: [...tags, { frameworkId: 3 }, null] }]);
    expect(parseDrafts(json)[0]?.tags).toEqual(tags);
  });
});
