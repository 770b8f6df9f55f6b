import { describe, expect, it } from "vitest";
import { carry } from "@/lib/anchoring/carry";
import type { Span } from "@/lib/anchoring/span";

const spanOf = (text: string, quote: string): Span => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });

/** What became of a passage: the verdict, and the words it stands on now. */
function carried(from: string, to: string, quote: string): { kind: string; why?: string; words?: string | string[] } {
  const [verdict] = carry(from, to, [spanOf(from, quote)]);
  if (!verdict) throw new RangeError("no verdict");
  const words = ({ start, end }: Span) => to.slice(start, end);
  if (verdict.kind === "exact") return { kind: "exact", words: words(verdict) };
  if (verdict.kind === "moved") return { kind: "moved", why: verdict.why, words: words(verdict) };
  if (verdict.kind === "review") return { kind: "review", why: verdict.why, words: verdict.candidates.map(words) };
  return { kind: "lost", why: verdict.why };
}

const rivers = "Rivers carry silt to the sea. The delta grows by a field each year. Nobody owns the new land yet.";
const bridge = "A bridge shortens nothing. The banks are as far apart as they were, and only the waiting is gone.";
const orchard = "In the orchard behind the school, eleven pear trees bear fruit that nobody has the right to sell.";
const lamp = "The lamp at the point was lit by hand until the year of the flood, and by habit ever since.";
const from = [rivers, bridge, orchard, lamp].join("\n");

describe("carry", () => {
  const cases: { name: string; to: string; quote: string; gives: ReturnType<typeof carried> }[] = [
    { name: "nothing changed", to: from, quote: "pear trees", gives: { kind: "exact", words: "pear trees" } },
    {
      name: "a paragraph put in before it",
      to: `A preface, with pear trees of its own.\n${from}`,
      quote: "eleven pear trees bear fruit",
      gives: { kind: "exact", words: "eleven pear trees bear fruit" },
    },
    {
      name: "white space, quotation marks and a line break only",
      to: from.replace("eleven pear trees", "eleven\u00a0pear\ntrees"),
      quote: "eleven pear trees",
      gives: { kind: "exact", words: "eleven\u00a0pear\ntrees" },
    },
    {
      name: "one of its words changed",
      to: from.replace("the waiting is gone", "the queue is gone"),
      quote: "only the waiting is gone",
      gives: { kind: "moved", why: "words-changed", words: "only the queue is gone" },
    },
    {
      name: "a word of it alone misspelt",
      to: from.replace("orchard", "orchrad"),
      quote: "orchard",
      gives: { kind: "moved", why: "words-changed", words: "orchrad" },
    },
    {
      name: "all around it rewritten",
      to: from.replace(orchard, "Beyond a playground stand old eleven pear trees whose harvest is left for birds, by law."),
      quote: "eleven pear trees",
      gives: { kind: "moved", why: "context-changed", words: "eleven pear trees" },
    },
    {
      name: "its paragraph put elsewhere",
      to: [orchard, rivers, bridge, lamp].join("\n"),
      quote: "eleven pear trees bear fruit",
      gives: { kind: "moved", why: "relocated", words: "eleven pear trees bear fruit" },
    },
    {
      name: "its paragraph put elsewhere, and edited",
      to: [orchard.replace("bear fruit", "carry fruit"), rivers, bridge, lamp].join("\n"),
      quote: "eleven pear trees bear fruit",
      gives: { kind: "moved", why: "relocated-and-changed", words: "eleven pear trees carry fruit" },
    },
    {
      name: "its paragraph taken out",
      to: [rivers, bridge, lamp].join("\n"),
      quote: "eleven pear trees",
      gives: { kind: "lost", why: "removed" },
    },
    {
      name: "taken out, while the same word stands elsewhere",
      to: from.replace("The delta grows by a field each year. ", ""),
      quote: "The delta",
      gives: { kind: "lost", why: "removed" },
    },
    {
      name: "a common word, all around it rewritten",
      to: from.replace(bridge, "Ferries and the tides, the fog and the price of rope: nobody misses them now the road is open."),
      quote: "the waiting",
      gives: { kind: "lost", why: "removed" },
    },
    {
      name: "half of it kept, half of it said otherwise",
      to: from.replace("by hand until the year of the flood", "with oil before anybody here was born"),
      quote: "was lit by hand until the year of the flood",
      gives: { kind: "review", why: "much-changed", words: ["was lit with oil before anybody here was born"] },
    },
    {
      name: "a text that has nothing of it",
      to: "午後の船は遅れて着いた。",
      quote: "eleven pear trees",
      gives: { kind: "lost", why: "not-found" },
    },
    { name: "an emptied text", to: "", quote: "eleven pear trees", gives: { kind: "lost", why: "not-found" } },
  ];
  for (const { name, to, quote, gives } of cases) it(name, () => expect(carried(from, to, quote)).toEqual(gives));

  it("takes passages across paragraphs, and answers in their order", () => {
    const across = `${rivers.slice(-12)}\n${bridge.slice(0, 8)}`;
    const passages = [spanOf(from, "pear trees"), spanOf(from, across)];
    const to = `New.\n${from}`;
    expect(carry(from, to, passages)).toEqual(passages.map(({ start, end }) => ({ kind: "exact", start: start + 5, end: end + 5 })));
  });

  it("keeps an end within a word where it was within the word", () => {
    const [verdict] = carry("un étage élevé de la maison grise", "un e\u0301tage e\u0301leve\u0301 de la maison grise", [
      { start: 10, end: 12 },
    ]);
    expect(verdict).toEqual({ kind: "exact", start: 12, end: 14 });
  });

  it("takes a passage of many pages, edited at both ends", () => {
    const pages = Array.from({ length: 600 }, (_, index) => `${from.replaceAll("the", `the ${index}th`)}`).join("\n");
    const to = pages.replace("Rivers carry", "Brooks carry").replace(/ever since\.$/, "ever after.");
    const [verdict] = carry(pages, to, [{ start: 0, end: pages.length }]);
    expect(verdict).toMatchObject({ kind: "moved", why: "words-changed", start: 0, end: to.length });
  });

  it("knows Japanese by the character", () => {
    const old = "町の図書館に一冊の古い旅行記がある。寄贈者の名は消えている。";
    expect(carried(old, old.replace("古い旅行記", "古びた旅行記"), "古い旅行記")).toEqual({
      kind: "moved",
      why: "words-changed",
      words: "古びた旅行記",
    });
  });

  it("refuses a passage that is not in the text", () => {
    expect(() => carry("short", "short", [{ start: 2, end: 9 }])).toThrow(RangeError);
    expect(() => carry("short", "other", [{ start: 2, end: 2 }])).toThrow(RangeError);
  });
});
