import { describe, expect, it } from "vitest";
import { type Caret, caretAt, type Move, move, selected, spoken } from "@/lib/anchoring/caret";

const text = "An ally drifts. It asks for more.\n“Two” insurers\nlast line";
const right: Move = { by: "word", direction: 1, extend: false };
const left: Move = { ...right, direction: -1 };
const extendRight: Move = { ...right, extend: true };
const extendLeft: Move = { ...left, extend: true };
const press = (caret: Caret, ...moves: Move[]) => moves.reduce((at, key) => move(text, at, key), caret);
const textOf = (caret: Caret) => text.slice(selected(caret).start, selected(caret).end);

describe("a caret for selecting by keyboard", () => {
  it.each([
    [0, "An"],
    [1, "ally"],
    [15, "It"],
    [34, "Two"],
  ])("starts before the first word at or after %i", (offset, word) => {
    expect(spoken(text, caretAt(text, offset))).toBe(word);
  });

  it.each<[string, Move[], string]>([
    ["one word", [extendRight], "An"],
    ["three words, without the space after them", [extendRight, extendRight, extendRight], "An ally drifts"],
    ["a word taken back", [extendRight, extendRight, extendLeft], "An"],
    ["all words taken back", [extendRight, extendLeft], ""],
    ["moved first", [right, right, extendRight], "drifts"],
    ["backwards", [right, right, extendLeft], "ally "],
    ["a sentence with its full stop", [{ ...extendRight, by: "sentence" }], "An ally drifts."],
    ["to the paragraph’s end", [{ ...extendRight, by: "line" }], "An ally drifts. It asks for more."],
    [
      "to the next paragraph’s end",
      [
        { ...extendRight, by: "line" },
        { ...extendRight, by: "line" },
      ],
      "An ally drifts. It asks for more.\n“Two” insurers",
    ],
    ["moving drops the selection", [extendRight, right], ""],
  ])("selects %s", (_, moves, gives) => expect(textOf(press(caretAt(text, 0), ...moves))).toBe(gives));

  it("moves by paragraph, and stays at either end of the article", () => {
    const down: Move = { by: "line", direction: 1, extend: false };
    const up: Move = { ...down, direction: -1 };
    expect(spoken(text, press(caretAt(text, 0), down))).toBe("Two");
    expect(spoken(text, press(caretAt(text, 0), down, down, down))).toBe("last");
    expect(spoken(text, press(caretAt(text, 0), down, up, up))).toBe("An");
    expect(spoken(text, press(caretAt(text, 0), left))).toBe("An");
    expect(spoken(text, { anchor: text.length, focus: text.length })).toBe("End of the article");
  });

  it("says what is selected, a long selection by its ends", () => {
    expect(spoken(text, press(caretAt(text, 0), extendRight, extendRight))).toBe("Selected: An ally");
    const long = "word ".repeat(60).trim();
    expect(spoken(long, { anchor: 0, focus: long.length })).toMatch(/^Selected 60 words: (word ?){8,10} … (word ?){8,10}$/);
  });
});
