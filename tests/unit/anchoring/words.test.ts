import { describe, expect, it } from "vitest";
import { lineAt, nextEdge, previousEdge, snapToWords, trim } from "@/lib/anchoring/words";

describe("lineAt", () => {
  const text = "one\n\ntwo";
  it.each([
    [0, 0, 3],
    [3, 0, 3],
    [4, 4, 4],
    [5, 5, 8],
    [8, 5, 8],
  ])("around %i: [%i, %i)", (offset, start, end) => expect(lineAt(text, offset)).toEqual({ start, end }));
});

describe("trim", () => {
  const cases: [name: string, text: string, span: [number, number], gives: string | null][] = [
    ["leaves a tidy selection alone", "an ally that drifts", [3, 7], "ally"],
    ["takes white space off both ends", "an  ally \n that", [2, 10], "ally"],
    ["takes no-break and zero-width spaces too", "an\u00a0ally\u200b\u3000that", [2, 9], "ally"],
    ["nothing but space is no passage", "an   ally", [2, 5], null],
    ["an empty selection is no passage", "ally", [2, 2], null],
    ["grows over a surrogate pair that was cut", "to 🦔 or", [4, 5], "🦔"],
    ["grows over a combining mark that was cut off", "cafe\u0301 au", [0, 4], "cafe\u0301"],
    ["grows over a family of emoji", "a 👩‍👩‍👧 b", [4, 6], "👩‍👩‍👧"],
    ["keeps a space that carries a mark", "a \u0301b", [1, 3], " \u0301"],
    ["crosses paragraphs", "one.\nTwo.", [2, 7], "e.\nTw"],
    ["reaches past neither end of the text", "ally", [-3, 99], "ally"],
  ];
  it.each(cases)("%s", (_, text, [start, end], gives) => {
    const span = trim(text, { start, end });
    expect(span && text.slice(span.start, span.end)).toBe(gives);
  });
});

describe("snapToWords", () => {
  const cases: [name: string, text: string, span: [number, number], gives: string, language?: string][] = [
    ["leaves whole words alone", "an ally that drifts", [3, 7], "ally"],
    ["widens to the words that were cut", "an ally that drifts", [4, 10], "ally that"],
    ["takes no word that is only touched", "an ally, that", [3, 8], "ally,"],
    ["stays within one word of two that a hyphen joins", "a self-help system", [4, 6], "self"],
    ["keeps an apostrophe in its word", "It’s priced", [0, 3], "It’s"],
    ["widens to Japanese words, which have no spaces", "日本は同盟を維持する。", [1, 4], "日本は同盟", "ja"],
    ["widens to Chinese words", "日本維持同盟。", [1, 3], "日本維持", "zh-Hant"],
    ["takes a language that is none for any", "an ally", [4, 5], "ally", "no such_language"],
    ["crosses paragraphs", "one two.\nThree four", [5, 11], "two.\nThree"],
  ];
  it.each(cases)("%s", (_, text, [start, end], gives, language) => {
    const { start: from, end: to } = snapToWords(text, { start, end }, language);
    expect(text.slice(from, to)).toBe(gives);
  });
});

describe("edges of words and sentences", () => {
  const english = "Drift, again. It’s priced.\nNext one";
  const japanese = "日本は同盟を維持する。";
  it.each([
    ["next word’s start", nextEdge(english, 0, "word", "start"), "again"],
    ["next word’s start over a line break", nextEdge(english, 19, "word", "start"), "Next"],
    ["previous word’s start", previousEdge(english, 27, "word", "start"), "priced"],
    ["next sentence’s start", nextEdge(english, 0, "sentence", "start"), "It’s"],
    ["the text’s beginning before all words", previousEdge(english, 0, "word", "start"), "Drift"],
  ])("%s", (_, offset, follows) => expect(english.slice(offset)).toMatch(new RegExp(`^${follows}`)));

  it("ends a word before its punctuation, and a sentence behind it", () => {
    expect(nextEdge(english, 0, "word", "end")).toBe(5);
    expect(nextEdge(english, 0, "sentence", "end")).toBe(13);
    expect(nextEdge(english, 14, "word", "end")).toBe(18);
    expect(nextEdge(english, 30, "word", "end")).toBe(31);
    expect(nextEdge(english, 31, "word", "end")).toBe(english.length);
    expect(nextEdge(english, english.length, "word", "end")).toBe(english.length);
  });

  it("finds Japanese words and sentences without spaces", () => {
    const ends: number[] = [];
    for (let at = 0; at < japanese.length; at = nextEdge(japanese, at, "word", "end")) ends.push(at);
    expect(ends.length).toBeGreaterThan(4);
    expect(japanese.slice(0, nextEdge(japanese, 0, "word", "end"))).toBe("日本");
    expect(nextEdge(`${japanese}次`, 0, "sentence", "end")).toBe(japanese.length);
  });
});
