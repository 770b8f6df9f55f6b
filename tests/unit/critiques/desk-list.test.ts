import { describe, expect, it } from "vitest";
import type { DeskCritique } from "@/lib/critiques/desk";
import { countStates, deskAskedSchema, matching, progressInWords, sorted, waitsSince } from "@/lib/critiques/desk-list";
import { type CritiqueState, type StepKind, waitsFor } from "@/lib/critiques/life";

const day = (number: number) => `2026-11-${String(number).padStart(2, "0")}T12:00:00.000Z`;
const now = new Date(day(24));

type Facts = {
  state?: CritiqueState;
  steps?: [StepKind, number][];
  start?: number | null;
  kind?: DeskCritique["kind"];
  frameworkId?: string;
};

function critique(
  id: string,
  { state = "open", steps = [["raise", 1]], start = 0, kind = "evidence", frameworkId }: Facts = {},
): DeskCritique {
  const person = { name: "Mina", isViewer: false };
  return {
    ...{ id, kind, state, frameworkId: frameworkId ?? null, stepCount: steps.length, critic: person, waitsFor: waitsFor(state), can: [] },
    steps: steps.map(([step, at], index) => ({
      ...{ number: index + 1, kind: step, actor: "critic", to: state, person, commentId: null, revised: null, at: day(at) },
    })),
    createdAt: day(steps[0]?.[1] ?? 1),
    movedAt: day(steps.at(-1)?.[1] ?? 1),
    subject: { kind: "annotation", id },
    passage:
      start === null ? null : { start, end: start + 5, quote: "", prefix: "", suffix: "", blockIndex: 0, paragraph: 1, annotationId: id },
    ...{ lost: null, tags: [{ frameworkId: "du", stance: "contests" }], text: "", isHidden: false, body: [], words: {}, href: "" },
  };
}

const old = critique("old", {
  state: "acknowledged",
  steps: [
    ["raise", 2],
    ["acknowledge", 20],
  ],
  start: 40,
});
const again = critique("again", {
  steps: [
    ["raise", 1],
    ["rebut", 3],
    ["reopen", 15],
  ],
  start: 10,
  kind: "reasoning",
});
const conceded = critique("conceded", {
  state: "conceded",
  steps: [
    ["raise", 1],
    ["concede", 10],
  ],
  start: 20,
  frameworkId: "ba",
});
const ended = critique("ended", {
  state: "withdrawn",
  steps: [
    ["raise", 4],
    ["withdraw", 5],
  ],
  start: null,
});
const all = [ended, conceded, again, old];
const ids = (critiques: readonly DeskCritique[]) => critiques.map(({ id }) => id);

describe("the order of the desk", () => {
  it.each([
    ["oldest", ["old", "again", "conceded", "ended"]],
    ["text", ["again", "conceded", "old", "ended"]],
    ["newest", ["old", "again", "conceded", "ended"]],
  ] as const)("%s", (sort, expected) => {
    expect(ids(sorted(all, sort))).toEqual(expected);
    expect(ids(sorted(all.toReversed(), sort))).toEqual(expected);
  });

  it("counts waiting from when it was raised, or opened again; to acknowledge is no answer", () => {
    expect(waitsSince(old)).toBe(day(2));
    expect(waitsSince(again)).toBe(day(15));
    expect(waitsSince(conceded)).toBe(day(10));
  });
});

describe("what the desk lists", () => {
  it.each([
    ["a state", { state: "conceded" }, ["conceded"]],
    ["a kind", { kind: "reasoning" }, ["again"]],
    ["whose turn it is", { waits: "author" }, ["again", "old"]],
    ["the framework objected to", { frameworkId: "ba" }, ["conceded"]],
    ["the framework tagged", { frameworkId: "du" }, ["ended", "conceded", "again", "old"]],
    ["two together", { waits: "author", kind: "evidence" }, ["old"]],
  ] as const)("by %s", (_what, filter, expected) => expect(ids(matching(all, filter))).toEqual(expected));

  it("takes what is no value for none", () => {
    expect(deskAskedSchema.parse({ state: "answered", kind: "", sort: "upwards", waits: "nobody", open: "x" })).toEqual({ sort: "oldest" });
  });

  it("counts states in the order of a life", () => {
    expect(countStates(all).map(({ state, count }) => `${state} ${count}`)).toEqual([
      "open 1",
      "acknowledged 1",
      "conceded 1",
      "withdrawn 1",
    ]);
  });
});

describe("how it stands, in words", () => {
  it.each<[string, DeskCritique[], string | null]>([
    ["nothing", [], null],
    ["all", all, "1 of 4 is settled. One is answered and waits for its critic. The oldest open one has waited 22 days."],
    ["settled", [ended], "1 of 1 is settled."],
    ["twelve days", [critique("x", { steps: [["raise", 12]] })], "0 of 1 are settled. The oldest open one has waited twelve days."],
  ])("%s", (_what, critiques, expected) => expect(progressInWords(critiques, now)).toBe(expected));
});
