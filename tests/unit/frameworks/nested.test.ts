import { expect, test } from "vitest";
import { nested, type TreeNode } from "@/components/frameworks/nested";

const item = (notation: string, depth: number) => ({
  id: notation,
  slug: notation,
  notation,
  sign: notation,
  hue: 1,
  label: notation,
  altLabels: [],
  definition: "",
  broaderId: null,
  isDeprecated: false,
  depth,
  tags: { supports: 0, contests: 0 },
});
const shape = (nodes: TreeNode[]): string =>
  nodes.map((node) => node.item.notation + (node.narrower.length > 0 ? `(${shape(node.narrower)})` : "")).join(" ");

test.each([
  ["nothing", [], ""],
  ["siblings", [item("A", 0), item("B", 0)], "A B"],
  ["down and up again", [item("A", 0), item("B", 1), item("C", 2), item("D", 1), item("E", 0)], "A(B(C) D) E"],
  ["a step down of two, as a gap in the data could make", [item("A", 0), item("B", 2), item("C", 1)], "A(B C)"],
])("%s", (_, tree, expected) => {
  expect(shape(nested(tree))).toBe(expected);
});
