import { describe, expect, it } from "vitest";
import { type InlineFormat, nestFormats } from "@/lib/articles/rich-text";

const em: InlineFormat = { kind: "emphasis" };
const strong: InlineFormat = { kind: "strong" };
const link = (href: string): InlineFormat => ({ kind: "link", href });

describe("nestFormats", () => {
  it("joins plain pieces", () => {
    expect(
      nestFormats([
        { text: "a", formats: [] },
        { text: "b", formats: [] },
      ]),
    ).toEqual(["ab"]);
  });

  it("nests formats that overlap without nesting", () => {
    const pieces = [
      { text: "a", formats: [em] },
      { text: "b", formats: [em, strong] },
      { text: "c", formats: [strong] },
    ];
    expect(nestFormats(pieces)).toEqual([
      { kind: "emphasis", href: undefined, children: ["a"] },
      { kind: "strong", href: undefined, children: [{ kind: "emphasis", href: undefined, children: ["b"] }, "c"] },
    ]);
  });

  it("keeps a link whole whatever is formatted in it", () => {
    const pieces = [
      { text: "see ", formats: [link("https://a.example/")] },
      { text: "this", formats: [em, link("https://a.example/")] },
    ];
    expect(nestFormats(pieces)).toEqual([
      { kind: "link", href: "https://a.example/", children: ["see ", { kind: "emphasis", href: undefined, children: ["this"] }] },
    ]);
  });

  it("keeps neighbouring links apart", () => {
    const pieces = [
      { text: "a", formats: [link("https://a.example/")] },
      { text: "b", formats: [link("https://b.example/")] },
    ];
    expect(nestFormats(pieces)).toHaveLength(2);
  });
});
