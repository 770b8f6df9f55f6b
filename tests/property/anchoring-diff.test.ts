import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diff, type Run } from "@/lib/anchoring/diff";
import { fold } from "@/lib/anchoring/fold";
import { anyText, piece } from "../fixtures/anchoring/hard-text";

const words = (text: string) => fold(text).replace(/[\s\u200b\p{Cc}]+/gu, "");
const oldText = (text: string, runs: Run[]) =>
  runs.map((run) => (run.kind === "inserted" ? "" : text.slice(run.from.start, run.from.end))).join("");
const newText = (text: string, runs: Run[]) =>
  runs.map((run) => (run.kind === "removed" ? "" : text.slice(run.to.start, run.to.end))).join("");

/** Two texts of which the second is the first with pieces taken out, put in and put elsewhere. */
const revised = fc
  .tuple(
    fc.array(piece, { maxLength: 60 }),
    fc.array(fc.record({ at: fc.nat(60), take: fc.nat(8), put: fc.array(piece, { maxLength: 4 }), to: fc.nat(60) }), { maxLength: 4 }),
  )
  .map(([pieces, edits]) => {
    const next = [...pieces];
    for (const { at, take, put, to } of edits) next.splice(to, 0, ...next.splice(at, take, ...put));
    return [pieces.join(""), next.join("")] as const;
  });
const pair = fc.oneof({ weight: 3, arbitrary: revised }, { weight: 1, arbitrary: fc.tuple(anyText, anyText) });

describe("comparing two texts", () => {
  it("gives runs that are the whole of either text, in order", () => {
    fc.assert(
      fc.property(pair, ([from, to]) => {
        const runs = diff(from, to);
        expect(oldText(from, runs)).toBe(from);
        expect(newText(to, runs)).toBe(to);
      }),
      { numRuns: 3000 },
    );
  });

  it("calls kept only what says the same, and moved only what stands there", () => {
    fc.assert(
      fc.property(pair, ([from, to]) => {
        for (const run of diff(from, to)) {
          if (run.kind === "kept") expect(words(from.slice(run.from.start, run.from.end))).toBe(words(to.slice(run.to.start, run.to.end)));
          if (run.kind === "removed" && run.movedTo)
            expect(words(from.slice(run.from.start, run.from.end))).toBe(words(to.slice(run.movedTo.start, run.movedTo.end)));
          if (run.kind === "inserted" && run.movedFrom)
            expect(words(to.slice(run.to.start, run.to.end))).toBe(words(from.slice(run.movedFrom.start, run.movedFrom.end)));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("finds nothing changed in a text compared with itself", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kinds = diff(text, text).map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind !== "kept")).toEqual(/[^\s\u200b\p{Cc}]/u.test(text) ? [] : kinds);
      }),
    );
  });
});
