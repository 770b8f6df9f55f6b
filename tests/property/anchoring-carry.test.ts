import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carry } from "@/lib/anchoring/carry";
import { describe as selectorOf } from "@/lib/anchoring/describe";
import { fold } from "@/lib/anchoring/fold";
import { place } from "@/lib/anchoring/place";
import type { Span } from "@/lib/anchoring/span";
import { indexText } from "@/lib/anchoring/text-index";
import type { Verdict } from "@/lib/anchoring/verdict";
import { snap, trim } from "@/lib/anchoring/words";
import { corpus, TUNING_SEED } from "../fixtures/anchoring/corpus";
import { anyText, hardText } from "../fixtures/anchoring/hard-text";
import { corpusTexts } from "../fixtures/anchoring/texts";

const words = (text: string) => fold(text).replace(/[\s\u200b\p{Cc}]+/gu, "");

const passagesOf = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(Math.max(0, text.length - 1)), fc.integer({ min: 1, max: 60 })), { maxLength: text === "" ? 0 : 6 })
    .map((pairs) => pairs.map(([start, length]) => snap(text, { start, end: Math.min(text.length, start + length) })));

const spansOf = (verdict: Verdict): Span[] => (verdict.kind === "review" ? verdict.candidates : verdict.kind === "lost" ? [] : [verdict]);

function expectSound(text: string, verdict: Verdict): void {
  for (const { start, end } of spansOf(verdict)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(start).toBeLessThan(end);
    expect(snap(text, { start, end })).toEqual({ start, end });
  }
  const scores = verdict.kind === "review" ? verdict.candidates.map(({ score }) => score) : verdict.kind === "moved" ? [verdict.score] : [];
  for (const score of scores) {
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
  if (verdict.kind === "review") expect(scores.length).toBeGreaterThan(0);
}

/** Any two texts, often with much in common, and spans of the first. */
const carried = fc
  .oneof(
    fc.tuple(anyText, anyText),
    fc.tuple(hardText, hardText, hardText).map(([a, b, c]) => [a + b, c + a] as const),
  )
  .chain(([from, to]) => fc.tuple(fc.constant(from), fc.constant(to), passagesOf(from)));

/** A passage of one of the corpus texts, as a reader selects it. */
const prose = fc
  .tuple(fc.constantFrom(...corpusTexts), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 200 }))
  .map(([{ text }, at, length]) => {
    const start = Math.floor(at * (text.length - 1));
    return { text, passage: trim(text, { start, end: Math.min(text.length, start + length) }) };
  });

describe("carrying passages", () => {
  it("gives one sound verdict for each, in their order, whatever the texts are", () => {
    fc.assert(
      fc.property(carried, ([from, to, passages]) => {
        const verdicts = carry(from, to, passages);
        expect(verdicts.length).toBe(passages.length);
        for (const [index, verdict] of verdicts.entries()) {
          expectSound(to, verdict);
          const passage = passages[index] ?? { start: 0, end: 0 };
          expect(carry(from, to, [passage])).toEqual([verdict]);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("calls exact only what says the same words", () => {
    fc.assert(
      fc.property(carried, ([from, to, passages]) => {
        for (const [index, verdict] of carry(from, to, passages).entries()) {
          const passage = passages[index];
          if (verdict.kind !== "exact" || !passage) continue;
          expect(words(to.slice(verdict.start, verdict.end))).toBe(words(from.slice(passage.start, passage.end)));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("leaves everything where it is in the same text", () => {
    fc.assert(
      fc.property(
        anyText.chain((text) => fc.tuple(fc.constant(text), passagesOf(text))),
        ([text, passages]) => {
          expect(carry(text, text, passages)).toEqual(passages.map((passage) => ({ kind: "exact", ...passage })));
        },
      ),
    );
  });

  it("is exact when something was put in elsewhere", () => {
    fc.assert(
      fc.property(prose, fc.double({ min: 0, max: 1, noNaN: true }), hardText, ({ text, passage }, where, put) => {
        if (!passage) return;
        const at = snap(text, { start: Math.floor(where * text.length), end: text.length }).start;
        // At least a line away, so that no neighbour of the passage is touched.
        if (at > passage.start - 80 && at < passage.end + 80) return;
        const inserted = `\n${put}\n`;
        const shift = at <= passage.start ? inserted.length : 0;
        const [verdict] = carry(text, text.slice(0, at) + inserted + text.slice(at), [passage]);
        expect(verdict).toEqual({ kind: "exact", start: passage.start + shift, end: passage.end + shift });
      }),
      { numRuns: 400 },
    );
  });

  it("leads back to where it came from", () => {
    for (const { from, to, passage } of corpus(TUNING_SEED, 250)) {
      const [there] = carry(from, to, [passage]);
      if (!there || there.kind === "review" || there.kind === "lost") continue;
      const [back] = carry(to, from, [{ start: there.start, end: there.end }]);
      if (!back || back.kind === "review" || back.kind === "lost") continue;
      expect(Math.min(back.end, passage.end)).toBeGreaterThan(Math.max(back.start, passage.start));
    }
  });
});

describe("placing a quote", () => {
  it("finds what was described, where it was described", () => {
    fc.assert(
      fc.property(prose, ({ text, passage }) => {
        if (!passage) return;
        expect(place(indexText(text), selectorOf(text, passage))).toEqual({ kind: "exact", ...passage });
      }),
      { numRuns: 400 },
    );
  });

  it("answers soundly whatever is sought in whatever text", () => {
    const selector = fc.record({ quote: anyText, prefix: anyText, suffix: anyText });
    fc.assert(
      fc.property(anyText, selector, fc.option(fc.nat(100), { nil: undefined }), (text, sought, hint) =>
        expectSound(text, place(indexText(text), sought, hint)),
      ),
      { numRuns: 1500 },
    );
  });
});
