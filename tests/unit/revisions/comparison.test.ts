import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diff } from "@/lib/anchoring/diff";
import { compareParagraphs } from "@/lib/revisions/comparison";
import { blocksOf } from "../../fixtures/reading";

function compare(before: string[], after: string[]) {
  const [from, to] = [blocksOf(...before), blocksOf(...after)];
  return compareParagraphs(from, to, diff(from.text, to.text));
}
/** “¶ 1 > ¶ 1: kept -removed- +inserted+” */
function printed(before: string[], after: string[]) {
  const marks = { kept: "", removed: "-", inserted: "+" };
  return compare(before, after).map(
    ({ from, to, pieces }) =>
      `${from.join(",")} > ${to ?? ""}: ${pieces.map(({ kind, text }) => `${marks[kind]}${text.trim()}${marks[kind]}`).join(" ")}`,
  );
}

const first = "Tokyo keeps two clocks in one room.";
const second = "It winds both of them every single day.";
const third = "The coast guard counts the fishing boats at noon.";

describe("two texts, paragraph by paragraph", () => {
  it.each<[string, string[], string[], string[]]>([
    ["the same", [first, second], [first, second], [`1 > 1: ${first}`, `2 > 2: ${second}`]],
    ["a paragraph removed", [first, second, third], [first, third], [`1 > 1: ${first}`, `2 > : -${second}-`, `3 > 2: ${third}`]],
    [
      "a paragraph removed whose last letters are those of the one before",
      ["Short. Of two.", second, third],
      ["Short. Of two.", third],
      ["1 > 1: Short. Of two.", `2 > : -${second}-`, `3 > 2: ${third}`],
    ],
    [
      "a paragraph removed after one in which words changed",
      [first.replace("clocks in", "tall clocks in"), second, third],
      [first.replace("clocks in", "small clocks in"), third],
      ["1 > 1: Tokyo keeps two -tall- +small+ clocks in one room.", `2 > : -${second}-`, `3 > 2: ${third}`],
    ],
    [
      "the last word of a paragraph changed, and the next removed",
      [first, second, third],
      [first.replace("room", "hall"), third],
      ["1 > 1: Tokyo keeps two clocks in one -room- +hall+ .", `2 > : -${second}-`, `3 > 2: ${third}`],
    ],
    ["a paragraph added", [first, third], [first, second, third], [`1 > 1: ${first}`, ` > 2: +${second}+`, `2 > 3: ${third}`]],
    ["two joined", [first, second, third], [`${first} ${second}`, third], [`1,2 > 1: ${first} ${second}`, `3 > 2: ${third}`]],
    ["one split", [`${first} ${second}`, third], [first, second, third], [`1 > 1: ${first}`, `1 > 2: ${second}`, `2 > 3: ${third}`]],
    [
      "words changed within one",
      [first, second, third],
      [first, second.replace("every single", "each"), third],
      [`1 > 1: ${first}`, "2 > 2: It winds both of them -every single- +each+ day.", `3 > 3: ${third}`],
    ],
    [
      "the first words of one, which are not the end of the one before",
      [first, second, third],
      [first, second.replace("It winds", "He sets"), third],
      [`1 > 1: ${first}`, "2 > 2: -It winds- +He sets+ both of them every single day.", `3 > 3: ${third}`],
    ],
    [
      "the last words of one, which are not the beginning of the next",
      [first, second, third],
      [first.replace("one room.", "the hall."), second, third],
      ["1 > 1: Tokyo keeps two clocks in -one room- +the hall+ .", `2 > 2: ${second}`, `3 > 3: ${third}`],
    ],
  ])("%s", (_what, before, after, rows) => {
    expect(printed(before, after)).toEqual(rows);
  });

  it("loses no word of either text, whatever was done", () => {
    const sentence = fc.constantFrom(first, second, third, "Why?", "“No,” he said.", "両国の間で。");
    const text = fc.array(
      fc.array(sentence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" ")),
      { minLength: 1, maxLength: 5 },
    );
    const letters = (texts: string[]) => texts.join("").replace(/\s/g, "");
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compare(before, after).flatMap((row) => row.pieces);
        const of = (...kinds: string[]) => letters(pieces.filter(({ kind }) => kinds.includes(kind)).map((piece) => piece.text));
        expect(of("kept", "inserted")).toBe(letters(after));
        expect([...of("kept", "removed")].sort()).toEqual([...letters(before)].sort());
      }),
    );
  });
});
