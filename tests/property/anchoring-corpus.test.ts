import { beforeAll, describe, expect, it } from "vitest";
import { carry } from "@/lib/anchoring/carry";
import { corpus, kinds, REPORTED, REPORTING_SEED } from "../fixtures/anchoring/corpus";
import { outcomeOf, Score } from "../fixtures/anchoring/outcome";
import { corpusTexts } from "../fixtures/anchoring/texts";

const score = new Score();

beforeAll(() => {
  for (const revision of corpus(REPORTING_SEED, REPORTED)) {
    const [verdict] = carry(revision.from, revision.to, [revision.passage]);
    if (verdict) score.add(revision.kind, outcomeOf(revision, verdict));
  }
}, 120_000);

/** What happened, kind by kind, for the message of a failure. */
const report = () =>
  [...score.byKind]
    .map(
      ([kind, { cases, right, wrong, asked, missed }]) =>
        `${kind}: ${cases}, right ${right}, wrong ${wrong}, asked ${asked}, missed ${missed}`,
    )
    .join("\n");

describe("carrying passages, over the corpus of revisions", () => {
  it("holds enough of every kind, in texts of several scripts", () => {
    expect(score.of("").cases).toBeGreaterThanOrEqual(5000);
    expect(score.byKind.size).toBe(kinds.length);
    expect(corpusTexts.length).toBeGreaterThanOrEqual(6);
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Hiragana}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u];
    for (const script of scripts) expect(corpusTexts.some(({ text }) => script.test(text))).toBe(true);
  });

  it("puts at most one passage in two hundred in a wrong place without notice", () => {
    const { wrong, cases } = score.of("");
    expect(wrong / cases, report()).toBeLessThanOrEqual(0.005);
  });

  it("puts at most one deleted passage in a hundred anywhere", () => {
    const { wrong, cases } = score.of("deleted");
    expect(wrong / cases, report()).toBeLessThanOrEqual(0.01);
  });

  it("says of 94 in a hundred deleted passages that they are gone, without asking", () => {
    const { right, cases } = score.of("deleted");
    expect(right / cases, report()).toBeGreaterThanOrEqual(0.94);
  });

  it("places 95 in a hundred lightly edited passages by itself", () => {
    const { right, cases } = score.of("lightly edited");
    expect(right / cases, report()).toBeGreaterThanOrEqual(0.95);
  });

  it.each(["context rewritten", "paragraph moved"])("places 90 in a hundred by itself: %s", (kind) => {
    const { right, cases } = score.of(kind);
    expect(right / cases, report()).toBeGreaterThanOrEqual(0.9);
  });

  it.each(["paragraph split", "paragraphs joined", "quotation marks", "white space", "NFC", "full-width", "emoji", "edited elsewhere"])(
    "loses nothing to what no reader would call a change: %s",
    (kind) => {
      const { right, cases } = score.of(kind);
      expect(right / cases, report()).toBeGreaterThanOrEqual(0.98);
    },
  );
});
