import fc from "fast-check";
import { describe, it } from "vitest";
import { type Caret, extended, narrowed, scopeAround, scopeAt, selected, stepped, widened } from "@/lib/anchoring/caret";
import { describe as selectorOf } from "@/lib/anchoring/describe";
import { match } from "@/lib/anchoring/match";
import { snap, snapToWords, trim } from "@/lib/anchoring/words";
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

  it("snapping to words only widens, is done once and for all, and cuts no character", () => {
    fc.assert(
      fc.property(textAndSpan, fc.constantFrom("en", "ja", "zh-Hant", "th", ""), ({ content, span }, language) => {
        const passage = trim(content, span);
        if (!passage) return true;
        const whole = snapToWords(content, passage, language);
        const again = snapToWords(content, whole, language);
        const characters = trim(content, whole);
        return (
          whole.start <= passage.start &&
          whole.end >= passage.end &&
          [again, characters].every((same) => same?.start === whole.start && same.end === whole.end)
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("any keys keep the selection in the text, and what it selects can be described", () => {
    const direction = fc.constantFrom(1 as const, -1 as const);
    const key = fc.oneof(
      fc.record({ kind: fc.constant("narrow" as const) }),
      fc.record({ kind: fc.constant("widen" as const) }),
      fc.record({ kind: fc.constant("step" as const), direction }),
      fc.record({
        kind: fc.constant("extend" as const),
        by: fc.constantFrom("word" as const, "sentence" as const, "line" as const),
        direction,
      }),
    );
    fc.assert(
      fc.property(
        hardText,
        fc.nat(),
        fc.constantFrom("en", "ja", ""),
        fc.array(key, { maxLength: 12 }),
        (content, from, language, keys) => {
          const reading = { text: content, language };
          let scope: "paragraph" | "sentence" | "word" = "paragraph";
          let caret: Caret = scopeAt(reading, from % content.length, scope);
          for (const pressed of keys) {
            if (pressed.kind === "narrow") {
              scope = narrowed(scope);
              caret = scopeAt(reading, selected(caret).start, scope);
            } else if (pressed.kind === "widen") {
              scope = widened(scope);
              caret = scopeAround(reading, caret, scope);
            } else if (pressed.kind === "step") caret = stepped(reading, caret, scope, pressed.direction);
            else caret = extended(reading, caret, pressed);
            const { start, end } = selected(caret);
            if (start < 0 || end > content.length) return false;
          }
          const passage = trim(content, selected(caret));
          return passage === null || match(content, selectorOf(content, passage)).kind === "exact";
        },
      ),
      { numRuns: 1000 },
    );
  });
});
