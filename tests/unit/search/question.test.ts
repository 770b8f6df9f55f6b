import { describe, expect, it } from "vitest";
import { MAX_QUESTION_LENGTH, MAX_TERMS } from "@/lib/search/limits";
import { parseQuestion, wantedTerms } from "@/lib/search/question";

/** a question in short: groups by spaces, alternatives by |, what is excluded with - */
const short = (asked: string) =>
  parseQuestion(asked).map((terms) => terms.map(({ text, isExcluded }) => `${isExcluded ? "-" : ""}${text}`).join("|"));

describe("a question", () => {
  it.each<[string, string[]]>([
    ["dual hedge", ["dual", "hedge"]],
    ['"dual hedge" trade', ["dual hedge", "trade"]],
    ["“dual hedge”", ["dual hedge"]],
    ['"dual hedge', ["dual hedge"]],
    ["alliance -trade", ["alliance", "-trade"]],
    ['-"dual hedge"', ["-dual hedge"]],
    ["trade or commerce war", ["trade|commerce", "war"]],
    ["trade OR commerce OR barter", ["trade|commerce|barter"]],
    ["or trade", ["or", "trade"]],
    ["日米同盟　中国", ["日米同盟", "中国"]],
    ["－貿易 同盟", ["-貿易", "同盟"]],
    ["ＡＢＣ", ["ABC"]],
    ["hard/soft", ["hard/soft"]],
    ["- — … \"\" ''", []],
    ["", []],
  ])("%s is read as %j", (asked, read) => {
    expect(short(asked)).toEqual(read);
  });

  it("is refused when it is too long or has too many parts, with what to do", () => {
    expect(() => parseQuestion("a".repeat(MAX_QUESTION_LENGTH + 1))).toThrow(/at most 200 characters/);
    expect(() =>
      parseQuestion(
        Array(MAX_TERMS + 1)
          .fill("a")
          .join(" "),
      ),
    ).toThrow(/at most 16 words/);
    expect(parseQuestion(Array(MAX_TERMS).fill("a").join(" "))).toHaveLength(MAX_TERMS);
  });

  it("has among its wanted terms none that are excluded", () => {
    expect(wantedTerms(parseQuestion("a -b c or -d"))).toEqual(["a", "c"]);
  });
});
