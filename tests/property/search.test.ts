import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf } from "@/lib/search/excerpt";
import { stretchesOf } from "@/lib/search/highlight";
import { MAX_QUESTION_LENGTH, MAX_TERMS } from "@/lib/search/limits";
import { parseQuestion } from "@/lib/search/question";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 800 }),
  fc
    .array(fc.constantFrom("hedge", " ", "同盟", "日米同盟は", "U.S.", "\n", "Ōsaka", "𠮷", "ﾊﾞ", "-", '"', "or"), { maxLength: 200 })
    .map((parts) => parts.join("")),
);

describe("reading a question", () => {
  it("takes whatever is typed, and asks for nothing that holds no letter or digit", () => {
    fc.assert(
      fc.property(text, (typed) => {
        const asked = typed.slice(0, MAX_QUESTION_LENGTH);
        fc.pre(asked.split(/\s|"/).length <= MAX_TERMS);
        for (const terms of parseQuestion(asked)) {
          expect(terms.length).toBeGreaterThan(0);
          for (const term of terms) expect(term.text).toMatch(/[\p{L}\p{N}]/u);
        }
      }),
    );
  });
});

describe("what is underlined", () => {
  it("lies in the text, in order, without overlaps; an excerpt is a part of the text", () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.constantFrom("hedge", "us", "osaka"), { maxLength: 3 }),
        fc.array(fc.constantFrom("同盟", "盟", "ば", "𠮷𠮷"), { maxLength: 3 }),
        (whole, words, terms) => {
          const stretches = stretchesOf(whole, words, terms);
          let at = 0;
          for (const [start, end] of stretches) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(at).toBeLessThanOrEqual(whole.length);
          const excerpt = excerptOf(whole, stretches);
          const inner = excerpt.map((piece) => piece.text).join("");
          expect(whole).toContain(whole.length <= 280 ? inner : inner.replace(/^…/, "").replace(/…$/, ""));
          if (stretches.length > 0) expect(excerpt.some((piece) => piece.isHit)).toBe(true);
        },
      ),
    );
  });
});
