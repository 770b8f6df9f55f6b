import { describe, expect, it } from "vitest";
import { CONTEXT_LENGTH, describe as selectorOf } from "@/lib/anchoring/describe";
import { match } from "@/lib/anchoring/match";

const spanOf = (text: string, quote: string, nth = 0) => {
  let start = text.indexOf(quote);
  for (let i = 0; i < nth; i++) start = text.indexOf(quote, start + 1);
  return { start, end: start + quote.length };
};

describe("match", () => {
  const text = "An ally that drifts can ask for more. An ally that stays asks for less. 同盟国は離れる。";
  const cases: { name: string; selector: [string, string, string]; hint?: number; gives: unknown }[] = [
    { name: "once", selector: ["can ask", "", ""], gives: { kind: "exact", start: 20, end: 27 } },
    {
      name: "twice",
      selector: ["An ally", "", ""],
      gives: { kind: "ambiguous", candidates: [spanOf(text, "An ally"), spanOf(text, "An ally", 1)] },
    },
    {
      name: "twice, told apart by what follows",
      selector: ["An ally", "", " that stays"],
      gives: { kind: "exact", ...spanOf(text, "An ally", 1) },
    },
    {
      name: "twice, told apart by a hint",
      selector: ["An ally", "", ""],
      hint: 38,
      gives: { kind: "exact", ...spanOf(text, "An ally", 1) },
    },
    {
      name: "a hint that fits nothing settles nothing",
      selector: ["An ally", "", ""],
      hint: 5,
      gives: expect.objectContaining({ kind: "ambiguous" }),
    },
    {
      name: "a wrong hint does not unmake the one place",
      selector: ["can ask", "", ""],
      hint: 5,
      gives: { kind: "exact", start: 20, end: 27 },
    },
    { name: "other context", selector: ["can ask", "drifted ", ""], gives: { kind: "lost", reason: "context-differs" } },
    { name: "not there", selector: ["must ask", "", ""], gives: { kind: "lost", reason: "quote-not-found" } },
    { name: "nothing quoted", selector: ["", "", ""], gives: { kind: "lost", reason: "quote-not-found" } },
    { name: "Japanese", selector: ["離れる", "は", "。"], gives: { kind: "exact", ...spanOf(text, "離れる") } },
  ];
  for (const { name, selector, hint, gives } of cases) {
    const [quote, prefix, suffix] = selector;
    it(name, () => expect(match(text, { quote, prefix, suffix }, hint)).toEqual(gives));
  }

  it("finds places that overlap", () => {
    expect(match("ha ha ha", { quote: "ha ha", prefix: "", suffix: "" })).toEqual({
      kind: "ambiguous",
      candidates: [
        { start: 0, end: 5 },
        { start: 3, end: 8 },
      ],
    });
  });
});

describe("describe", () => {
  it("takes 32 units of context where that is enough", () => {
    const text = `${"x".repeat(50)}here${"y".repeat(50)}`;
    expect(selectorOf(text, { start: 50, end: 54 })).toEqual({
      quote: "here",
      prefix: "x".repeat(CONTEXT_LENGTH),
      suffix: "y".repeat(CONTEXT_LENGTH),
    });
  });

  it("widens until a repeated phrase is told apart", () => {
    const text = "the sea is the sea ".repeat(40);
    const span = { start: 19 * 20, end: 19 * 20 + 7 };
    const selector = selectorOf(text, span);
    expect(selector.prefix.length).toBeGreaterThan(CONTEXT_LENGTH);
    expect(match(text, selector)).toEqual({ kind: "exact", ...span });
  });

  it("does not begin or end its context within a character", () => {
    const family = "👩‍👩‍👧‍👦";
    const text = `${family.repeat(5)}here${family.repeat(5)}`;
    const { prefix, suffix } = selectorOf(text, spanOf(text, "here"));
    expect(prefix.length % family.length).toBe(0);
    expect(suffix.length % family.length).toBe(0);
  });

  it("refuses a span that is not in the text", () => {
    expect(() => selectorOf("short", { start: 2, end: 9 })).toThrow(RangeError);
    expect(() => selectorOf("short", { start: 2, end: 2 })).toThrow(RangeError);
  });
});
