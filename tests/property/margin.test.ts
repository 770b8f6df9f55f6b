import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignNotes, type PlacedNote } from "@/lib/annotations/align-notes";

const GAP = 16;
const note = fc.record({ want: fc.integer({ min: -200, max: 3000 }), height: fc.integer({ min: 20, max: 200 }), open: fc.constant(false) });
const closed = fc.array(note, { maxLength: 40 });
const oneOpen = fc
  .tuple(fc.array(note, { minLength: 1, maxLength: 40 }), fc.nat())
  .map(([notes, at]) => notes.map((each, index) => ({ ...each, open: index === at % notes.length })));

const cost = (notes: readonly PlacedNote[], y: readonly number[]) =>
  notes.reduce((sum, { want }, index) => sum + ((y[index] ?? 0) - want) ** 2, 0);
const isFree = (notes: readonly PlacedNote[], y: readonly number[], top: number) =>
  y.every((at, index) => at >= (index === 0 ? top : (y[index - 1] ?? 0) + (notes[index - 1]?.height ?? 0) + GAP) - 1e-6);

describe("alignNotes", () => {
  it("keeps the order, lets no two lie on each other, and stays below the top", () => {
    fc.assert(
      fc.property(fc.oneof(closed, oneOpen), fc.integer({ min: 0, max: 300 }), (notes, top) => {
        expect(isFree(notes, alignNotes(notes, { gap: GAP, top }), top)).toBe(true);
      }),
    );
  });

  it("displaces least: nothing that can be moved, alone or with a stretch of its neighbours, would be nearer to its passage", () => {
    fc.assert(
      fc.property(
        closed,
        fc.integer({ min: 0, max: 300 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: -60, max: 60 }),
        (notes, top, a, b, by) => {
          const y = alignNotes(notes, { gap: GAP, top });
          const [from, to] = [
            Math.min(a % (notes.length + 1), b % (notes.length + 1)),
            Math.max(a % (notes.length + 1), b % (notes.length + 1)),
          ];
          const moved = y.map((at, index) => (index >= from && index < to ? at + by : at));
          if (isFree(notes, moved, top)) expect(cost(notes, moved)).toBeGreaterThanOrEqual(cost(notes, y) - 1e-6);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("has the open note exactly level with its passage, where those above it leave room", () => {
    fc.assert(
      fc.property(oneOpen, (notes) => {
        const open = notes.findIndex((each) => each.open);
        const above = notes.slice(0, open).reduce((sum, { height }) => sum + height + GAP, 0);
        const want = notes[open]?.want ?? 0;
        expect(alignNotes(notes, { gap: GAP, top: 0 })[open]).toBeCloseTo(Math.max(want, above), 6);
      }),
    );
  });
});
