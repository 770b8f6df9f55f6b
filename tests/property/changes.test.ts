import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownVersions, type Version } from "@/lib/changes/history";
import { changed } from "@/lib/changes/many";
import type { ManyChange } from "@/lib/changes/schema";
import { type AnnotationState, isSame } from "@/lib/changes/state";
import { wordDiff } from "@/lib/changes/word-diff";

const stance = fc.constantFrom("supports", "contests");
const frameworkId = fc.constantFrom("du", "ab", "ba", "re");
const state: fc.Arbitrary<AnnotationState> = fc.record({
  tags: fc.uniqueArray(fc.record({ frameworkId, stance }), { selector: (tag) => tag.frameworkId, minLength: 1 }),
  note: fc.option(fc.constantFrom("Two clocks.", "二つの時計。", "Two  clocks, one ally")),
  audience: fc.constantFrom("everyone", "onlyMe"),
  isDeleted: fc.boolean(),
});
const change: fc.Arbitrary<ManyChange> = fc.oneof(
  fc.record({ kind: fc.constant("addFramework"), frameworkId, stance }),
  fc.record({ kind: fc.constant("replaceFramework"), frameworkId, by: frameworkId }),
  fc.record({ kind: fc.constant("removeFramework"), frameworkId }),
  fc.record({ kind: fc.constant("stance"), frameworkId: fc.option(frameworkId), stance }),
  fc.record({ kind: fc.constant("audience"), audience: fc.constantFrom("everyone", "onlyMe") }),
  fc.record({ kind: fc.constant("delete") }),
);

describe("the difference of two notes", () => {
  const word = fc.constantFrom("ally ", "drifts", ", ", "同盟", "が", " ", "🦔", "e\u0301", "\n");
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(""));
  it("is the one with its additions, and the other with its omissions", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after);
        const without = (kind: string) => pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join("");
        expect(without("added")).toBe(before);
        expect(without("removed")).toBe(after);
        expect(pieces.every((piece, index) => piece.text !== "" && piece.kind !== pieces[index - 1]?.kind)).toBe(true);
        if (before === after) expect(pieces.every(({ kind }) => kind === "same")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  it("is found of the longest notes, however different", () => {
    const before = "ally ".repeat(1000);
    const after = "drift ".repeat(800);
    const pieces = wordDiff(before, after);
    expect(
      pieces
        .filter(({ kind }) => kind !== "added")
        .map(({ text }) => text)
        .join(""),
    ).toBe(before);
  });
});

describe("a change of many", () => {
  it("done twice is the same as once, keeps one stance per framework, and leaves no annotation without one", () => {
    fc.assert(
      fc.property(state, change, (before, how) => {
        const outcome = changed(before, how);
        if ("refusal" in outcome) return before.tags.length === 1;
        const { state: after } = outcome;
        expect(after.tags.length).toBeGreaterThan(0);
        expect(new Set(after.tags.map((tag) => tag.frameworkId)).size).toBe(after.tags.length);
        const again = changed(after, how);
        const isLast = "refusal" in again;
        return isLast || isSame(again.state, after);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a history", () => {
  it("shows every state that differs from the one before, and tells how to get from each to the next", () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 8 }), (states) => {
        const versions: Version[] = states.map((one, index) => ({ ...one, number: index + 1, since: null }));
        const shown = shownVersions(versions);
        expect(shown[0]).toMatchObject({ number: 1, difference: null });
        for (const [index, { difference, tags, note, audience }] of shown.entries()) {
          const before = shown[index - 1];
          if (!before || !difference) continue;
          expect(difference.note === null).toBe(before.note === note);
          expect(difference.audience?.from ?? audience).toBe(before.audience);
          const stances = new Map(before.tags.map((tag) => [tag.frameworkId, tag.stance]));
          for (const tag of difference.tags)
            tag.kind === "removed" ? stances.delete(tag.frameworkId) : stances.set(tag.frameworkId, tag.stance);
          expect(stances).toEqual(new Map(tags.map((tag) => [tag.frameworkId, tag.stance])));
        }
      }),
    );
  });
});
