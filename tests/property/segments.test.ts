import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lanesOfPassages, MAX_ROWS, packLanes, SHARED_ROW } from "@/lib/annotations/lanes";
import { marksOf } from "@/lib/annotations/marks";
import { type BlockPassage, segmentBlock } from "@/lib/annotations/segments";
import { nestFormats, type RichNode } from "@/lib/articles/rich-text";
import { type FormatRange, formatKinds } from "@/lib/articles/schema";

const frameworks = new Map(Array.from({ length: 12 }, (_, index) => [`f${index}`, { hue: index + 1, rank: index }]));
const BLOCK_START = 40;

const text = fc.string({ unit: fc.constantFrom("a", " ", "é", "漢", "😀", "👩‍🔬", "\n", "\ud83d", "\ude00"), maxLength: 60 });
const range = fc
  .tuple(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 0, max: 90 }))
  .map(([start, length]) => ({ start, end: start + length }));
const tags = fc
  .uniqueArray(fc.constantFrom(...frameworks.keys()), { minLength: 1, maxLength: 3 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((frameworkId) => fc.constantFrom("supports" as const, "contests" as const).map((stance) => ({ frameworkId, stance }))),
    ),
  );
/** In text order, as a page gets them. */
const passages = fc.array(fc.tuple(range, tags), { maxLength: 25 }).map((list) =>
  list
    .map(([place, shown]) => ({ ...place, tags: shown }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((passage, index): BlockPassage => ({ ...passage, id: `a${index}`, begins: passage.start >= BLOCK_START })),
);
const formats = fc
  .array(fc.tuple(range, fc.constantFrom(...formatKinds)), { maxLength: 8 })
  .map((list) =>
    list.map(([place, kind]): FormatRange => ({ ...place, kind, ...(kind === "link" ? { href: "https://a.example/" } : {}) })),
  );

/** What a range covers once it is clipped to the block and widened to whole surrogate pairs. */
function covers({ start, end }: { start: number; end: number }, block: string, offset: number): boolean {
  const from = Math.max(0, start - BLOCK_START);
  const to = Math.min(block.length, end - BLOCK_START);
  if (from >= to) return false;
  const isHalf = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(block.slice(at - 1, at + 1));
  return offset >= (isHalf(from) ? from - 1 : from) && offset < (isHalf(to) ? to + 1 : to);
}

const blockOf = (block: string, over: BlockPassage[], inline: FormatRange[]) =>
  segmentBlock({ text: block, start: BLOCK_START, passages: over, formats: inline, frameworks });

describe("segmentBlock", () => {
  it("gives back the block's text, in segments that follow each other without a gap", () => {
    fc.assert(
      fc.property(text, passages, formats, (block, over, inline) => {
        const { segments } = blockOf(block, over, inline);
        expect(segments.map((segment) => segment.text).join("")).toBe(block);
        let end = BLOCK_START;
        for (const segment of segments) {
          expect(segment.start).toBe(end);
          expect(segment.end - segment.start).toBe(segment.text.length);
          expect(segment.text.length).toBeGreaterThan(0);
          end = segment.end;
        }
      }),
    );
  });

  it("puts over every character what lies over it, and nothing else", () => {
    fc.assert(
      fc.property(text, passages, formats, (block, over, inline) => {
        for (const segment of blockOf(block, over, inline).segments) {
          for (let offset = segment.start - BLOCK_START; offset < segment.end - BLOCK_START; offset++) {
            expect(segment.annotationIds).toEqual(over.filter((passage) => covers(passage, block, offset)).map(({ id }) => id));
            const kinds = new Set(inline.filter((format) => covers(format, block, offset)).map(({ kind }) => kind));
            expect(new Set(segment.formats.map(({ kind }) => kind))).toEqual(kinds);
          }
        }
      }),
    );
  });

  it("never cuts a surrogate pair in half", () => {
    fc.assert(
      fc.property(text, passages, formats, (block, over, inline) => {
        const { segments } = blockOf(block, over, inline);
        segments.slice(1).forEach((segment, index) => {
          expect(/[\ud800-\udbff]$/.test(segments[index]?.text ?? "") && /^[\udc00-\udfff]/.test(segment.text)).toBe(false);
        });
      }),
    );
  });

  it("begins every passage once, at its first segment", () => {
    fc.assert(
      fc.property(text, passages, (block, over) => {
        const { segments } = blockOf(block, over, []);
        const begun = segments.flatMap((segment) => segment.startsPassage);
        const shown = over.filter((passage) => segments.some(({ annotationIds }) => annotationIds.includes(passage.id)));
        expect(begun).toEqual(shown.filter(({ begins }) => begins).map(({ id }) => id));
        for (const segment of segments) for (const id of segment.startsPassage) expect(segment.annotationIds).toContain(id);
      }),
    );
  });

  it("draws a line wherever there is an annotation, at most one in a row", () => {
    fc.assert(
      fc.property(text, passages, (block, over) => {
        const { segments, depth } = blockOf(block, over, []);
        for (const { annotationIds, lanes } of segments) {
          expect(lanes.length > 0).toBe(annotationIds.length > 0);
          expect(new Set(lanes.map(({ row }) => row)).size).toBe(lanes.length);
          for (const { row } of lanes) expect(row).toBeLessThan(depth);
        }
      }),
    );
  });

  it("is the same text again as marks with nested formatting", () => {
    const flat = (nodes: readonly RichNode[]): string =>
      nodes.map((node) => (typeof node === "string" ? node : flat(node.children))).join("");
    fc.assert(
      fc.property(text, passages, formats, (block, over, inline) => {
        const marks = marksOf(blockOf(block, over, inline).segments);
        expect(marks.map((mark) => flat(nestFormats(mark.pieces))).join("")).toBe(block);
        marks.slice(1).forEach((mark, index) => {
          expect(mark.annotationIds).not.toBe(marks[index]?.annotationIds);
        });
      }),
    );
  });
});

describe("packLanes", () => {
  const lanesOf = (over: BlockPassage[]) => lanesOfPassages(over.filter(({ start, end }) => end > start));

  it("keeps two lanes that overlap or touch out of one row, unless they share the neutral one", () => {
    fc.assert(
      fc.property(passages, (over) => {
        const own = packLanes(lanesOf(over)).lanes.filter(({ isShared }) => !isShared);
        for (const [index, a] of own.entries()) {
          for (const b of own.slice(index + 1)) {
            if (a.row === b.row) expect(a.end < b.start || b.end < a.start).toBe(true);
          }
        }
      }),
    );
  });

  it("loses no lane, and needs no more rows than there are", () => {
    fc.assert(
      fc.property(passages, (over) => {
        const lanes = lanesOf(over);
        const packed = packLanes(lanes);
        expect(packed.lanes).toHaveLength(lanes.length);
        expect(packed.depth).toBeLessThanOrEqual(MAX_ROWS);
        for (const { row, isShared } of packed.lanes) if (isShared) expect(row).toBe(SHARED_ROW);
      }),
    );
  });

  it("shares no row where five are enough", () => {
    fc.assert(
      fc.property(passages, (over) => {
        const lanes = lanesOf(over);
        const places = new Set(lanes.map(({ start }) => start));
        // A lane needs its row one character longer than it is, for the air after it.
        const most = Math.max(0, ...[...places].map((place) => lanes.filter(({ start, end }) => start <= place && place < end + 1).length));
        fc.pre(most <= MAX_ROWS);
        expect(packLanes(lanes).lanes.some(({ isShared }) => isShared)).toBe(false);
      }),
    );
  });
});
