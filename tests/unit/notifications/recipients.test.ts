import { describe, expect, it } from "vitest";
import type { Actor, StepKind } from "@/lib/critiques/life";
import { type Happened, type Part, recipients } from "@/lib/notifications/recipients";
import type { NoticeKind } from "@/lib/notifications/schema";

const comment: Happened = { kind: "comment" };
const step = (kind: StepKind, actor: Actor): Happened => ({ kind: "step", step: kind, actor });
const everybody = () => true;

function kindOf(happened: Happened, parts: readonly Part[]): NoticeKind | null {
  const told = recipients({ happened, byId: "somebody", parts: parts.map((part) => ({ personId: "mina", part })) }, everybody);
  expect(told.length).toBeLessThanOrEqual(1);
  return told[0]?.kind ?? null;
}

describe("what a person is told of", () => {
  it.each<[string, Happened, Part[], NoticeKind | null]>([
    ["being named", comment, ["mentioned"], "mention"],
    ["an answer to what they wrote", comment, ["answered"], "reply"],
    ["what is said in a thread in which they wrote", comment, ["takesPart"], "followed"],
    ["what is said in a thread that they follow", comment, ["followsThread"], "followed"],
    ["what is said about an article that they follow", comment, ["followsArticle"], "followed"],
    ["not every comment on an article that they wrote", comment, ["author"], null],
    ["a critique of what they wrote", step("raise", "critic"), ["author"], "critique"],
    ["an author’s concession", step("concede", "author"), ["critic"], "answer"],
    ["an author’s rebuttal", step("rebut", "author"), ["critic"], "answer"],
    ["an author’s clarification", step("clarify", "author"), ["critic"], "answer"],
    ["an author’s revision", step("revise", "author"), ["critic"], "answer"],
    ["an author’s having seen it, which is no answer", step("acknowledge", "author"), ["critic"], "step"],
    ["an author’s opening it again", step("reopen", "author"), ["critic"], "step"],
    ["a co-author’s answer", step("concede", "author"), ["author"], "step"],
    ["how a critic takes their answer", step("maintain", "critic"), ["author"], "step"],
    ["a step in a thread that they follow", step("concede", "author"), ["followsThread"], "followed"],
  ])("%s", (_what, happened, parts, kind) => expect(kindOf(happened, parts)).toBe(kind));
});

describe("of several reasons the strongest is given", () => {
  it.each<[string, Happened, Part[], NoticeKind]>([
    ["named in the comment that answers them", comment, ["takesPart", "answered", "mentioned"], "mention"],
    ["named in a critique’s answer", step("rebut", "author"), ["critic", "mentioned"], "mention"],
    ["the critic, answered where they wrote", step("rebut", "author"), ["answered", "takesPart", "critic"], "answer"],
    ["the author, whose comment a critique answers", step("raise", "critic"), ["answered", "author"], "critique"],
    ["answered in an article that they follow", comment, ["followsArticle", "answered"], "reply"],
  ])("%s", (_what, happened, parts, kind) => expect(kindOf(happened, parts)).toBe(kind));
});

describe("muting", () => {
  it.each<[string, Part[], NoticeKind | null]>([
    ["a thread silences an answer", ["answered", "mutesThread"], null],
    ["a thread silences being named", ["mentioned", "mutesThread"], null],
    ["a thread silences it though the article is followed", ["takesPart", "followsArticle", "mutesThread"], null],
    ["an article silences an answer", ["answered", "mutesArticle"], null],
    ["an article lets being named through", ["mentioned", "answered", "mutesArticle"], "mention"],
    ["an article leaves a thread in it that is followed", ["answered", "followsThread", "mutesArticle"], "reply"],
    ["an article and the thread silence all", ["mentioned", "mutesThread", "mutesArticle"], null],
  ])("%s", (_what, parts, kind) => expect(kindOf(comment, parts)).toBe(kind));

  it("an article silences its critiques for their author", () =>
    expect(kindOf(step("raise", "critic"), ["author", "mutesArticle"])).toBeNull());
});

describe("nobody is told", () => {
  const parts = [
    { personId: "mina", part: "answered" },
    { personId: "mina", part: "takesPart" },
    { personId: "chen", part: "takesPart" },
    { personId: "chen", part: "mentioned" },
  ] as const;

  it("of what they did themselves", () => {
    expect(recipients({ happened: comment, byId: "mina", parts }, everybody)).toEqual([{ personId: "chen", kind: "mention" }]);
  });

  it("of what they may not see, not even when named", () => {
    const told = recipients({ happened: comment, byId: null, parts }, (personId) => personId === "mina");
    expect(told).toEqual([{ personId: "mina", kind: "reply" }]);
  });
});
