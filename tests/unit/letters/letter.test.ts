import { describe, expect, it } from "vitest";
import { formatDate } from "@/components/ui/dates";
import { letterOf } from "@/lib/letters/letter";
import { documentOf } from "@/lib/letters/letter-document";
import { openingOf } from "@/lib/letters/letter-words";
import { article, critique, critiques, frameworkName, step } from "../../fixtures/letters/critiques";

const options = { order: "paragraph", date: "2026-11-23T10:00:00.000Z", frameworkName } as const;

describe("letterOf", () => {
  it("follows the text, what is said of the whole first, and puts what is open last, in one count", () => {
    const { groups, open } = letterOf(article, critiques, options);
    expect(groups.map(({ critic, items }) => [critic, ...items.map(({ id, number }) => `${number}${id}`)])).toEqual([
      [null, "1d", "2b", "3a", "4c"],
    ]);
    expect(open.map(({ id, number }) => `${number}${id}`)).toEqual(["5e"]);
  });

  it("or goes critic by critic, who spoke first first", () => {
    const { groups, open } = letterOf(article, critiques, { ...options, order: "critic" });
    expect(groups.map(({ critic, items }) => [critic, ...items.map(({ id, number }) => `${number}${id}`)])).toEqual([
      ["ジュスティス", "1b"],
      ["B. Critic", "2a", "3c"],
      ["نور", "4d"],
    ]);
    expect(open.map(({ id, number }) => `${number}${id}`)).toEqual(["5e"]);
  });

  it("counts a critique by the answer that stands", () => {
    expect(letterOf(article, critiques, options).counts).toEqual({
      ...{ concede: 0, rebut: 1, clarify: 1, revise: 1, withdraw: 1, open: 1 },
      ...{ satisfied: 1, maintained: 1, critiques: 5, readers: 3 },
    });
  });

  it("tells every step but that it was raised, and that it was seen only while nothing else happened", () => {
    const { groups, open } = letterOf(article, critiques, options);
    const kinds = [...groups.flatMap(({ items }) => items), ...open].map(({ id, turns }) => [id, ...turns.map(({ kind }) => kind)]);
    expect(kinds).toEqual([
      ["d", "clarify"],
      ["b", "rebut", "reopen", "rebut", "maintain"],
      ["a", "concede", "revise", "satisfy"],
      ["c", "withdraw"],
      ["e", "acknowledge"],
    ]);
  });

  it("has one that was reopened among the open, with its answers", () => {
    const reopened = critique("r", "Again", {
      steps: [step(1, "raise", "B. Critic", 1), step(2, "concede", "A. Author", 2), step(3, "reopen", "B. Critic", 3)],
    });
    const { groups, open, counts } = letterOf(article, [reopened], options);
    expect([groups, counts.concede, counts.open]).toEqual([[], 0, 1]);
    expect(open[0]?.turns.map(({ kind }) => kind)).toEqual(["concede", "reopen"]);
  });
});

describe("openingOf", () => {
  const open = critique("o", "x", {});
  const conceded = critique("p", "x", { state: "conceded", steps: [step(1, "concede", "A. Author", 2)] });
  const withdrawn = critique("q", "x", { state: "withdrawn" });
  it.each([
    [[], "No reader has raised a critique of this article yet."],
    [[open], "I am grateful to one reader for one critique. It is still open, and is listed below."],
    [[open, open], "I am grateful to one reader for two critiques. All are still open, and are listed below."],
    [[withdrawn], "I am grateful to one reader for one critique. One was withdrawn by its critic. None remains open."],
    [
      [conceded, conceded, withdrawn, withdrawn, open],
      "I am grateful to one reader for five critiques. I concede two; two were withdrawn by their critics. One remains open and is listed at the end.",
    ],
    [
      critiques,
      "I am grateful to three readers for five critiques. I rebut one, clarify one and have revised the text for one; one was withdrawn by its critic. " +
        "One answer satisfied its critic and one critique is maintained. One remains open and is listed at the end.",
    ],
    [
      Array.from({ length: 27 }, () => open),
      "I am grateful to one reader for twenty-seven critiques. All are still open, and are listed below.",
    ],
    [Array.from({ length: 1234 }, () => conceded), "I am grateful to one reader for 1,234 critiques. I concede 1,234. None remains open."],
  ])("counts %#", (list, opening) => {
    expect(openingOf(letterOf(article, list, options))).toBe(opening);
  });

  it("speaks for several authors", () => {
    const { article: _, ...rest } = letterOf(article, [conceded], options);
    expect(openingOf({ ...rest, article: { ...article, authors: ["A", "B"] } })).toBe(
      "We are grateful to one reader for one critique. We concede one. None remains open.",
    );
  });
});

describe("documentOf", () => {
  it("says where an answer’s words are no longer shown, and what changed where", () => {
    const parts = documentOf(letterOf(article, critiques, options), formatDate);
    const texts = parts.map((part) => ("text" in part ? part.text : ""));
    expect(texts).toContain("These words are no longer shown.");
    expect(texts).toContain("Changed in revision 4, ¶ 5:");
    expect(texts).toContain("That the passage does not bear on Dual hedge.");
    expect(texts).toContain("4. B. Critic, ¶ 10 of revision 3");
  });

  it("has nothing in it that a moderator has hidden, even for who may read it here", () => {
    const hidden = critique("h", "hidden objection", {
      ...{ isHidden: true, state: "rebutted" },
      steps: [step(1, "raise", "B. Critic", 1), step(2, "rebut", "A. Author", 2, { commentId: "h2" })],
      words: { h2: { body: [{ kind: "paragraph", children: ["hidden answer"] }], isHidden: true } },
    });
    const parts = documentOf(letterOf(article, [hidden], options), formatDate);
    expect(JSON.stringify(parts)).not.toContain("hidden");
    expect(parts.filter((part) => "text" in part && part.text === "These words are no longer shown.")).toHaveLength(2);
  });
});
