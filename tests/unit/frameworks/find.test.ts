import { describe, expect, it } from "vitest";
import { areDigitsFree, findFrameworks, latelyUsed, withLatest } from "@/lib/frameworks/find";
import { fold } from "@/lib/frameworks/fold";
import type { FrameworkSummary } from "@/lib/frameworks/framework";

const framework = (
  notation: string,
  sign: string,
  label: string,
  broaderId: string | null,
  more: Partial<FrameworkSummary> = {},
): FrameworkSummary => ({
  id: notation,
  slug: notation.toLowerCase(),
  notation,
  sign,
  hue: 1,
  label,
  altLabels: [],
  definition: "",
  broaderId,
  isDeprecated: false,
  ...more,
});
const alternatives = (...texts: [string, string][]) => ({ altLabels: texts.map(([language, text]) => ({ language, text })) });

const tree: FrameworkSummary[] = [
  framework("H", "He", "Hedging", null, alternatives(["ja", "ヘッジング"], ["zh-Hant", "避險"])),
  framework("H2", "Du", "Dual hedge", "H", alternatives(["ja", "二重のヘッジ"])),
  framework("H3", "Ab", "Alliance security dilemma (abandonment–entrapment)", "H", alternatives(["ja", "同盟のジレンマ"])),
  framework("H3a", "Af", "Abandonment fear", "H3"),
  framework("H5", "Mu", "Multiple hedges", "H"),
  framework("H5a", "Us", "Hedge against U.S. decline", "H5"),
  framework("H7", "Ol", "Old hedge", "H", { isDeprecated: true }),
  framework("H7a", "Ch", "Child of an old one", "H7"),
  framework(
    "B",
    "Ba",
    "Intra-alliance bargaining",
    null,
    alternatives(["en", "Leverage under abandonment"], ["de", "Bündnispoker & Größe"]),
  ),
  framework("R", "Re", "Realignment", null),
];
const notations = (query: string) => findFrameworks(tree, query).map((found) => found.framework.notation);
const underlined = (query: string, notation: string) => {
  const hit = findFrameworks(tree, query).find((found) => found.framework.notation === notation)?.hit;
  return hit && [hit.field, ...hit.stretches.map(([start, end]) => hit.text.slice(start, end))];
};

describe("findFrameworks", () => {
  it("lists the whole tree in its order, without deprecated ones, for an empty query", () => {
    for (const query of ["", "  "]) expect(notations(query)).toEqual(["H", "H2", "H3", "H3a", "H5", "H5a", "H7a", "B", "R"]);
    expect(findFrameworks(tree, "")[3]?.path).toEqual(["Hedging", "Alliance security dilemma (abandonment–entrapment)"]);
  });

  it("names no deprecated framework on the path", () => {
    expect(findFrameworks(tree, "child")[0]?.path).toEqual(["Hedging"]);
  });

  it.each<[string, string[]]>([
    ["du", ["H2"]], // sign
    ["re", ["R"]],
    ["h3", ["H3", "H3a"]], // notation, the whole one first
    ["dual", ["H2"]],
    ["hedge", ["H5a", "H2", "H5"]], // label begins with it; words of labels, in tree order
    ["hedge dual", ["H2"]], // any order
    ["lever", ["B"]],
    ["abandonment", ["H3a", "H3", "B"]], // label begins; word of a label; alternative label
    ["abandonment-entrapment", ["H3"]], // an en dash in the label
    ["us decline", ["H5a"]],
    ["u.s. decline", ["H5a"]],
    ["ヘッジ", ["H", "H2"]],
    ["ﾍｯｼﾞ", ["H", "H2"]], // half-width
    ["ｄｕａｌ", ["H2"]], // full-width
    ["DUAL  HEDGE", ["H2"]],
    ["bundnis", ["B"]], // no umlaut typed
    ["bündnis", ["B"]],
    ["bu\u0308ndnis", ["B"]], // decomposed
    ["GRÖSSE", ["B"]], // ß
    ["避險", ["H"]],
    ["Old hedge", []],
    ["nothing like it", []],
  ])("finds “%s”", (query, expected) => {
    expect(notations(query)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ["hedge", "H5", ["label", "hedge"]],
    ["lever", "B", ["alternative", "Lever"]],
    ["ﾍｯｼﾞ", "H2", ["alternative", "ヘッジ"]],
    ["grosse", "B", ["alternative", "Größe"]],
    ["hedge dual", "H2", ["label", "Dual", "hedge"]],
    ["abandonment-ent", "H3", ["label", "abandonment–ent"]],
    ["h3", "H3a", ["notation", "H3"]],
    ["ab", "H3", ["sign", "Ab"]],
  ])("says where it found “%s” in %s", (query, notation, expected) => {
    expect(underlined(query, notation)).toEqual(expected);
  });
});

describe("fold", () => {
  it("keeps kana with a sound mark apart from kana without one", () => {
    expect(fold("が").text).not.toBe(fold("か").text);
    expect(fold("ガ").text).toBe(fold("ｶﾞ").text);
  });

  it("knows where each unit came from", () => {
    const { text, origin } = fold("  Größe");
    expect(text).toBe("grosse");
    expect(origin).toEqual([2, 3, 4, 5, 5, 6, 7]);
  });
});

describe("frameworks used lately", () => {
  it("are offered in the order of their digits, without what can no longer be chosen", () => {
    const gone = framework("X", "Xx", "Gone", null, { isDeprecated: true });
    expect(latelyUsed([...tree, gone], ["H3", "X", "unknown", "H"]).map(({ id }) => id)).toEqual(["H3", "H"]);
  });
  it("begin with what was used last, and are never more than a hand has fingers", () => {
    const tags = [{ frameworkId: "H2" }, { frameworkId: "H3" }];
    expect(withLatest(["H", "H2", "a", "b", "c"], tags)).toEqual(["H2", "H3", "H", "a", "b"]);
  });
  it("have digits only where no framework is numbered", () => {
    expect(areDigitsFree(tree)).toBe(true);
    expect(areDigitsFree([...tree, framework("1.2", "Nu", "Numbered", null)])).toBe(false);
  });
});
