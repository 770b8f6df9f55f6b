import { describe, expect, it } from "vitest";
import { excerptOf } from "@/lib/search/excerpt";
import { stretchesOf } from "@/lib/search/highlight";

const shown = (text: string, words: string[], terms: string[] = words) =>
  excerptOf(text, stretchesOf(text, words, terms))
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join("");

describe("what is underlined", () => {
  it.each<[string, string[], string[], string]>([
    ["Hedging, hedges; hedgerow.", ["hedging", "hedges"], ["hedge"], "[Hedging], [hedges]; hedgerow."],
    ["The U.S. and us", ["us"], ["us"], "The [U.S]. and [us]"],
    ["Ōsaka’s cafe\u0301s", ["osaka", "cafes"], ["osaka"], "[Ōsaka]’s [cafe\u0301s]"],
    ["日米同盟と同盟", [], ["同盟"], "日米[同盟]と[同盟]"],
    ["ﾊﾞﾗﾝｼﾝｸﾞとバランス", [], ["バランシング"], "[ﾊﾞﾗﾝｼﾝｸﾞ]とバランス"],
    ["か が", [], ["が"], "か [が]"],
    ["怕怕怕", [], ["怕怕"], "[怕怕]怕"],
    ["a US同盟 b", ["us"], ["US同盟"], "a [US][同盟] b"],
    ["<b>&amp; alliance", ["alliance"], ["alliance"], "<b>&amp; [alliance]"],
  ])("in “%s”", (text, words, terms, underlined) => {
    expect(shown(text, words, terms)).toBe(underlined);
  });
});

describe("an excerpt", () => {
  const filler = "word ".repeat(200);

  it("of a long text is where most was found, cut between words", () => {
    const text = `${filler}alliance ${filler}alliance alliance ${filler}`;
    const excerpt = shown(text, ["alliance"]);
    expect(excerpt).toMatch(/^…word .*\[alliance\] \[alliance\] .*word…$/);
    expect(excerpt.length).toBeLessThan(300);
    expect(
      excerpt
        .replace(/[[\]…]/g, "")
        .split(" ")
        .filter(Boolean)
        .every((word) => ["word", "alliance"].includes(word)),
    ).toBe(true);
  });

  it("never ends within a character", () => {
    const text = "𠮷".repeat(400);
    const pieces = excerptOf(text, [[401 - 1, 402]]);
    expect(pieces.map((piece) => piece.text).join("")).toMatch(/^…(?:𠮷)+…$/u);
  });

  it("of a short text is the whole", () => {
    expect(shown("short alliance", ["alliance"])).toBe("short [alliance]");
  });
});
