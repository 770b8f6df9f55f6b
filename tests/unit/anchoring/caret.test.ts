import { describe, expect, it } from "vitest";
import {
  type Caret,
  type Extension,
  extended,
  narrowed,
  scopeAround,
  scopeAt,
  selected,
  spoken,
  stepped,
  widened,
} from "@/lib/anchoring/caret";

const text = "An ally drifts. It asks for more.\n“Two” insurers\n\nlast line";
const reading = { text, language: "en" };
const right: Extension = { by: "word", direction: 1 };
const left: Extension = { by: "word", direction: -1 };
const extend = (caret: Caret, ...keys: Extension[]) => keys.reduce((at, key) => extended(reading, at, key), caret);
const textOf = (caret: Caret) => text.slice(selected(caret).start, selected(caret).end);
const first = { anchor: 0, focus: 0 };

describe("selecting by keyboard", () => {
  it.each<[number, "paragraph" | "sentence" | "word", string]>([
    [0, "paragraph", "An ally drifts. It asks for more."],
    [20, "paragraph", "An ally drifts. It asks for more."],
    [0, "sentence", "An ally drifts."],
    [0, "word", "An"],
    [3, "word", "ally"],
    [16, "sentence", "It asks for more."],
    [34, "word", "Two"],
    [34, "sentence", "“Two” insurers"],
    // past the last word of its paragraph, and in an empty one
    [33, "word", "more"],
    [49, "paragraph", "last line"],
  ])("at %i, the %s is “%s”", (offset, scope, gives) => expect(textOf(scopeAt(reading, offset, scope))).toBe(gives));

  it("narrows from the paragraph to its sentence and its word, and widens again", () => {
    expect([narrowed("paragraph"), narrowed("sentence"), narrowed("word")]).toEqual(["sentence", "word", "word"]);
    expect([widened("word"), widened("sentence"), widened("paragraph")]).toEqual(["sentence", "paragraph", "paragraph"]);
    const word = scopeAt(reading, 19, "word");
    expect(textOf(word)).toBe("asks");
    expect(textOf(scopeAround(reading, word, "sentence"))).toBe("It asks for more.");
    expect(textOf(scopeAround(reading, word, "paragraph"))).toBe("An ally drifts. It asks for more.");
    expect(textOf(scopeAround(reading, scopeAt(reading, 34, "word"), "sentence"))).toBe("“Two” insurers");
  });

  it("goes on to the next in the same measure, over paragraphs, and stays at either end", () => {
    const walk = (scope: "paragraph" | "sentence" | "word", direction: 1 | -1, from: number) => {
      const seen: string[] = [];
      for (
        let caret = scopeAt(reading, from, scope), last = "";
        textOf(caret) !== last;
        caret = stepped(reading, caret, scope, direction)
      ) {
        last = textOf(caret);
        seen.push(last);
      }
      return seen;
    };
    expect(walk("word", 1, 19)).toEqual(["asks", "for", "more", "Two", "insurers", "last", "line"]);
    expect(walk("word", -1, 35)).toEqual(["Two", "more", "for", "asks", "It", "drifts", "ally", "An"]);
    expect(walk("sentence", 1, 0)).toEqual(["An ally drifts.", "It asks for more.", "“Two” insurers", "last line"]);
    expect(walk("sentence", -1, 50)).toEqual(["last line", "“Two” insurers", "It asks for more.", "An ally drifts."]);
    expect(walk("paragraph", 1, 0)).toEqual(["An ally drifts. It asks for more.", "“Two” insurers", "last line"]);
    expect(walk("paragraph", -1, 50)).toEqual(["last line", "“Two” insurers", "An ally drifts. It asks for more."]);
  });

  it.each<[string, Caret, Extension[], string]>([
    ["one word", first, [right], "An"],
    ["three words, without the space after them", first, [right, right, right], "An ally drifts"],
    ["a word taken back", first, [right, right, left], "An"],
    ["all words taken back", first, [right, left], ""],
    ["from a word on", { anchor: 3, focus: 7 }, [right], "ally drifts"],
    ["backwards", { anchor: 8, focus: 8 }, [left], "ally "],
    ["a sentence with its full stop", first, [{ by: "sentence", direction: 1 }], "An ally drifts."],
    ["to the paragraph’s end", first, [{ by: "line", direction: 1 }], "An ally drifts. It asks for more."],
  ])("extends %s", (_, from, keys, gives) => expect(textOf(extend(from, ...keys))).toBe(gives));

  it("knows words and sentences of a script without spaces", () => {
    const japanese = { text: "日本は同盟を維持する。次の文。", language: "ja" };
    const at = (caret: Caret) => japanese.text.slice(selected(caret).start, selected(caret).end);
    expect(at(scopeAt(japanese, 0, "sentence"))).toBe("日本は同盟を維持する。");
    expect(at(scopeAt(japanese, 0, "word"))).toBe("日本");
    expect(at(stepped(japanese, scopeAt(japanese, 0, "sentence"), "sentence", 1))).toBe("次の文。");
  });

  it("says what is selected, a long selection by its ends, and what is ahead when nothing is", () => {
    expect(spoken(reading, extend(first, right, right))).toBe("Selected: An ally");
    expect(spoken(reading, { anchor: 3, focus: 3 })).toBe("Nothing selected, before ally");
    expect(spoken(reading, { anchor: text.length, focus: text.length })).toBe("Nothing selected, at the end of the article");
    const long = { text: "word ".repeat(60).trim(), language: "en" };
    expect(spoken(long, { anchor: 0, focus: long.text.length })).toMatch(/^Selected 60 words: (word ?){8,10} … (word ?){8,10}$/);
  });
});
