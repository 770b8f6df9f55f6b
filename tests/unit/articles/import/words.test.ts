import { describe, expect, it } from "vitest";
import { isBiography } from "@/lib/articles/import/biography";
import { byline, dateLine } from "@/lib/articles/import/byline";
import { guessLanguage } from "@/lib/articles/import/language";
import { looksLikeName, nameKey, splitNames } from "@/lib/articles/import/names";
import { gluedCredit } from "@/lib/articles/import/picture-credit";
import { promotion } from "@/lib/articles/import/promotion";

describe("looksLikeName", () => {
  it.each([
    "Jane Doe",
    "justice1215",
    "Maria de la Cruz",
    "J. R. Smith Jr.",
    "O’Neill",
    "山田太郎",
    "ジェーン・ドウ",
    "Ludwig van Beethoven",
    "d'Artagnan",
  ])("%s", (name) => {
    expect(looksLikeName(name)).toBe(true);
  });

  it.each([
    "I agree with this",
    "What a good idea!",
    "我觉得这样不对",
    "Thanks to both, below",
    "",
    "   ",
    "1215",
    "One Two Three Four Five Six Seven",
    "First. Second",
    "a\nb",
  ])("not %j", (text) => {
    expect(looksLikeName(text)).toBe(false);
  });
});

describe("names", () => {
  it.each([
    ["Jane Doe", "jane  doe"],
    ["Ｊａｎｅ　Ｄｏｅ", "JANE DOE"],
    ["Nathan W. Novak", "nathanw.novak"],
  ])("%s is %s", (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ["Jane Doe, John Roe and Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]],
    ["Jane Doe & JANE  DOE", ["Jane Doe"]],
    ["山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]],
    ["the sea and the wind", []],
    ["", []],
  ])("%j holds %j", (list, names) => {
    expect(splitNames(list)).toEqual(names);
  });
});

describe("byline", () => {
  it.each([
    ["By Jane Doe", { authors: ["Jane Doe"] }],
    ["by Jane Doe and John Roe", { authors: ["Jane Doe", "John Roe"] }],
    ["By Jane Doe | 16 October 2013", { authors: ["Jane Doe"], published: "16 October 2013" }],
    ["By Jane Doe October 17, 2013", { authors: ["Jane Doe"], published: "October 17, 2013" }],
    ["Author: Jane Doe", { authors: ["Jane Doe"] }],
    ["作者：王小明", { authors: ["王小明"] }],
    ["By Monday", null],
    ["By the sea", null],
    ["By all accounts, this has failed.", null],
    ["Jane Doe", null],
  ])("%j", (line, found) => {
    expect(byline(line)).toEqual(found);
  });
});

describe("dateLine", () => {
  it.each([
    ["October 16, 2013", "October 16, 2013"],
    ["Published on Wednesday, 16 October 2013", "16 October 2013"],
    ["2013-10-16T08:00:00Z", "2013-10-16T08:00:00Z"],
    ["2013年10月16日", "2013年10月16日"],
    ["October 17, 2013 at 3:05 am", "October 17, 2013"],
    ["In October 2013 nothing happened.", null],
    ["October 16, 2013 was a Wednesday", null],
  ])("%j", (line, date) => {
    expect(dateLine(line)).toBe(date);
  });
});

describe("promotion", () => {
  it.each([
    "READ\u00a0 Why is the Sea Salt?",
    "READ MORE: Why is the sea salt?",
    "Read more: why is the sea salt?",
    "Read also Why is the sea salt?",
    "RELATED: The salt of the sea",
    "Related articles",
    "Advertisement",
    "- Advertisement -",
    "Story continues below advertisement",
    "Share this",
    "Share this article on social media",
    "Sign up for our weekly newsletter",
    "関連記事：海の塩",
  ])("%s", (line) => {
    expect(promotion(line)).not.toBeNull();
  });

  it.each([
    "Read more than once, the treaty says little.",
    "Reading the treaty again, one finds nothing.",
    "READ is an acronym.",
    "Related arguments were made in 1951.",
    "Advertisements for war bonds filled the papers.",
    "Share this burden, the minister said, or lose the alliance.",
    "Sharing the burden was the alliance’s promise.",
    `RELATED: ${"long ".repeat(60)}`,
  ])("not %s", (line) => {
    expect(promotion(line)).toBeNull();
  });
});

describe("gluedCredit", () => {
  it.each([
    ["ships-harbour-at-nightScholarship on ports", "ships-harbour-at-night"],
    ["photo-2013-10-16Every harbour, it seems", "photo-2013-10-16"],
    ["state-of-the-art Ships sail", null],
    ["pre-iPhone phones", null],
    ["end-to-endEncryption", null],
    ["A harbour at night", null],
  ])("%s", (text, credit) => {
    expect(gluedCredit(text)).toBe(credit);
  });
});

describe("isBiography", () => {
  it.each([
    ["Jane Q. Doe is a doctoral student in history.", [], true],
    ["Dr. Jane Doe and John Roe are professors of law.", [], true],
    ["Maria de la Cruz is the director of an institute.", [], true],
    ["Jane Doe lives in Kyoto.", [], false],
    ["Jane Doe lives in Kyoto.", ["Jane Doe"], true],
    ["Doe is writing a book.", ["Jane Doe"], true],
    ["Japan is a student of history.", [], false],
    ["The harbour is a place for students.", [], false],
    ["Jane Doe is right.", [], false],
  ])("%j by %j: %j", (text, authors, expected) => {
    expect(isBiography(text, authors)).toBe(expected);
  });
});

describe("guessLanguage", () => {
  it.each([
    ["The alliance is unequal.", "en"],
    ["L’alliance est inégale.", "en"],
    ["日本は、より対等な同盟を求めている。", "ja"],
    ["日本寻求更平等的同盟。", "zh"],
    ["일본은 더 평등한 동맹을 추구한다.", "ko"],
    ["The word 同盟 (dōmei) means alliance, and much has been written on it.", "en"],
    ["12345 …", "en"],
  ])("%s is %s", (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });
});
