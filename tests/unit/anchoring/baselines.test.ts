import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { carry } from "@/lib/anchoring/carry";
import { match } from "@/lib/anchoring/match";
import { place } from "@/lib/anchoring/place";
import { indexText } from "@/lib/anchoring/text-index";
import { lostReasons, movedReasons, reviewReasons, type Verdict } from "@/lib/anchoring/verdict";

/**
 * Texts saved with selectors and verdicts that people have looked at. What was anchored once must go on being anchored: a file is added, and
 * never made anew to please a matcher that has changed its mind.
 */

const span = { start: z.number(), end: z.number() };
const verdict = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("exact"), ...span }),
  z.object({ kind: z.literal("moved"), ...span, score: z.number(), why: z.enum(movedReasons) }),
  z.object({ kind: z.literal("review"), candidates: z.array(z.object({ ...span, score: z.number() })), why: z.enum(reviewReasons) }),
  z.object({ kind: z.literal("lost"), why: z.enum(lostReasons) }),
]);
const baseline = z.object({
  text: z.string(),
  revised: z.string(),
  passages: z.array(z.object({ ...span, selector: z.object({ quote: z.string(), prefix: z.string(), suffix: z.string() }), verdict })),
});

const folder = new URL("../../fixtures/baselines/", import.meta.url);

/** All of a verdict but its scores, which may be reckoned more finely one day. */
const decided = (given: Verdict) => {
  if (given.kind === "moved") return { ...given, score: undefined };
  return given.kind === "review" ? { ...given, candidates: given.candidates.map(({ start, end }) => ({ start, end })) } : given;
};

describe.each(readdirSync(folder))("baseline %s", (name) => {
  const { text, revised, passages } = baseline.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  const verdicts = carry(text, revised, passages);
  const index = indexText(text);

  it.each(passages.map((passage, at) => ({ ...passage, at })))("$selector.quote", ({ start, end, selector, verdict: saved, at }) => {
    expect(match(text, selector)).toEqual({ kind: "exact", start, end });
    expect(place(index, selector)).toEqual({ kind: "exact", start, end });
    const now = verdicts[at];
    expect(now && decided(now)).toEqual(decided(saved));
  });
});
