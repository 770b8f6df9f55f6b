import fc from "fast-check";
import { describe, it } from "vitest";
import { type Caret, caretAt, move, selected } from "@/lib/anchoring/caret";
import { describe as selectorOf } from "@/lib/anchoring/describe";
import { match } from "@/lib/anchoring/match";
import { snap, trim } from "@/lib/anchoring/words";
import { hardText } from "../fixtures/anchoring/hard-text";

const textAndSpan = hardText.chain((content) =>
  fc.tuple(fc.integer({ min: 0, max: content.length - 1 }), fc.integer({ min: 1, max: 40 })).map(([start, length]) => ({
    content,
    span: { start, end: Math.min(content.length, start + length) },
  })),
);
const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe("anchoring", () => {
  it("a described passage is found at the same offsets", () => {
    fc.assert(
      fc.property(textAndSpan, ({ content, span }) => {
        const found = match(content, selectorOf(content, span));
        return found.kind === "exact" && found.start === span.start && found.end === span.end;
      }),
      { numRuns: 3000 },
    );
  });

  it("a description of a trimmed selection holds no half character", () => {
    fc.assert(
      fc.property(textAndSpan, ({ content, span }) => {
        const passage = trim(content, span);
        if (!passage || halfPair.test(content)) return true;
        const { quote, prefix, suffix } = selectorOf(content, passage);
        return ![quote, prefix, suffix].some((part) => halfPair.test(part));
      }),
      { numRuns: 2000 },
    );
  });

  it("trimming is done once and for all, and never inside a character", () => {
    fc.assert(
      fc.property(textAndSpan, ({ content, span }) => {
        const passage = trim(content, span);
        if (!passage) return /^[\s\u200b]*$/.test(content.slice(span.start, span.end));
        const again = trim(content, passage);
        const snapped = snap(content, passage);
        return [again, snapped].every((same) => same?.start === passage.start && same.end === passage.end);
      }),
      { numRuns: 2000 },
    );
  });

  it("any keys keep the caret in the text, and what it selects can be described", () => {
    const key = fc.record({
      by: fc.constantFrom("word", "sentence", "line"),
      direction: fc.constantFrom(1, -1),
      extend: fc.boolean(),
    } as const);
    fc.assert(
      fc.property(hardText, fc.array(key, { maxLength: 12 }), (content, keys) => {
        let caret: Caret = caretAt(content, 0);
        for (const pressed of keys) {
          caret = move(content, caret, pressed);
          if (Math.min(caret.anchor, caret.focus) < 0 || Math.max(caret.anchor, caret.focus) > content.length) return false;
        }
        const passage = trim(content, selected(caret));
        return passage === null || match(content, selectorOf(content, passage)).kind === "exact";
      }),
      { numRuns: 1000 },
    );
  });
});
