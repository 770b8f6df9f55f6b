import { describe, expect, it } from "vitest";
import { type Selected, selectedRange, toggled, withAll } from "@/lib/collection/selected";

const listed = ["a", "b", "c", "d", "e"];
const none = withAll([]);
const shown = ({ ids }: Selected) => listed.filter((id) => ids.has(id)).join("");

describe("selecting rows", () => {
  it.each<[string, Selected, string]>([
    ["one", toggled(none, "b"), "b"],
    ["one and not", toggled(toggled(none, "b"), "b"), ""],
    ["a range downwards", selectedRange(toggled(none, "b"), listed, "d"), "bcd"],
    ["a range upwards", selectedRange(toggled(none, "d"), listed, "b"), "bcd"],
    ["a range and another from its end", selectedRange(selectedRange(toggled(none, "b"), listed, "c"), listed, "e"), "bcde"],
    ["a range of rows not selected", selectedRange(toggled(withAll(listed), "b"), listed, "d"), "ae"],
    ["a range from nowhere", selectedRange(none, listed, "c"), "c"],
    ["a range from a row that is gone", selectedRange(toggled(none, "z"), listed, "c"), "c"],
    ["a range from where all was selected", selectedRange(withAll(listed), listed, "c"), "abde"],
  ])("%s", (_what, selected, gives) => expect(shown(selected)).toBe(gives));
});
