import { expect, test } from "vitest";
import { indexOfBlockBefore } from "@/lib/articles/draft-placing";

const source =
  "A title\n\nThe first paragraph of it.\n\nREAD something else\n\n“The second” paragraph, longer.\nAnd its second line.\n\nAn aside\n";
const blocks = ["The first paragraph of it.", "“The second” paragraph, longer. And its second line."];

test.each([
  ["between two paragraphs", 5, 0],
  ["after a paragraph of two lines", 10, 1],
  ["above everything that was kept", 2, -1],
])("a line dropped %s is put back there", (_, line, expected) => {
  expect(indexOfBlockBefore(line, source, blocks)).toBe(expected);
});

test("puts back what was glued to a paragraph in front of it", () => {
  expect(indexOfBlockBefore(1, "picture.jpgThe first paragraph of it.", blocks)).toBe(-1);
});

test("does not guess where nothing near is recognised", () => {
  expect(indexOfBlockBefore(3, "x\ny\nz", blocks)).toBeNull();
});
