import { describe, expect, it } from "vitest";
import { place } from "@/lib/anchoring/place";
import { indexText } from "@/lib/anchoring/text-index";
import type { Verdict } from "@/lib/anchoring/verdict";

const text =
  "The harbour froze twice in that century. Sailors called the second frost a judgement, and the first a rumour. " +
  "When the ice broke, the judgement was forgotten. 港は二度凍った。 The harbour master kept his ledger all the same.";
const index = indexText(text);
const at = (quote: string, from = 0) => ({ start: text.indexOf(quote, from), end: text.indexOf(quote, from) + quote.length });

describe("place", () => {
  const cases: { name: string; quote: string; prefix?: string; suffix?: string; hint?: number; gives: unknown }[] = [
    { name: "a quote alone that stands once", quote: "second frost", gives: { kind: "exact", ...at("second frost") } },
    {
      name: "with its context",
      quote: "the judgement",
      prefix: "broke, ",
      suffix: " was",
      gives: { kind: "exact", ...at("the judgement") },
    },
    { name: "with other quotation marks, case kept", quote: "Sailors called", gives: { kind: "exact", ...at("Sailors called") } },
    {
      name: "with a word misspelt",
      quote: "Sailors caled the second frost a judgment",
      gives: expect.objectContaining({ kind: "moved", why: "words-changed", ...at("Sailors called the second frost a judgement") }),
    },
    {
      name: "that stands twice",
      quote: "The harbour",
      gives: expect.objectContaining({ kind: "review", why: "several-places" }),
    },
    { name: "twice, and a hint", quote: "The harbour", hint: 0, gives: { kind: "exact", ...at("The harbour") } },
    {
      name: "twice, told apart by what follows",
      quote: "The harbour",
      suffix: " master kept",
      gives: { kind: "exact", ...at("The harbour", 10) },
    },
    {
      name: "a common word in other surroundings",
      quote: "first",
      prefix: "on the stroke of ten they ",
      suffix: " lowered the flags",
      gives: expect.objectContaining({ kind: "review", why: "context-lost" }),
    },
    {
      name: "enough words in other surroundings",
      quote: "the judgement was forgotten",
      prefix: "so they say that ",
      suffix: " by everybody but us",
      gives: { kind: "moved", ...at("the judgement was forgotten"), score: 1, why: "context-changed" },
    },
    {
      name: "a word within a word is not that word",
      quote: "ail",
      prefix: "the ",
      suffix: " of it",
      gives: expect.not.objectContaining({ kind: "exact" }),
    },
    { name: "one that is not there", quote: "an orchard of pears", gives: { kind: "lost", why: "not-found" } },
    { name: "nothing", quote: "", gives: { kind: "lost", why: "not-found" } },
    { name: "Japanese", quote: "二度凍った", gives: { kind: "exact", ...at("二度凍った") } },
    { name: "two characters", quote: "港は", gives: { kind: "exact", ...at("港は") } },
  ];
  for (const { name, quote, prefix = "", suffix = "", hint, gives } of cases)
    it(name, () => expect<Verdict>(place(index, { quote, prefix, suffix }, hint)).toEqual(gives));

  it("finds nothing in an empty text", () => {
    expect(place(indexText(""), { quote: "ice", prefix: "", suffix: "" })).toEqual({ kind: "lost", why: "not-found" });
  });
});
