import { describe, expect, it } from "vitest";
import { diff } from "@/lib/anchoring/diff";

/** =kept, -removed, +inserted; → and ← where the stretch was put elsewhere. */
function shown(from: string, to: string): string[] {
  return diff(from, to).map((run) => {
    if (run.kind === "kept") return `=${to.slice(run.to.start, run.to.end)}`;
    if (run.kind === "removed") return `-${from.slice(run.from.start, run.from.end)}${run.movedTo ? "→" : ""}`;
    return `+${to.slice(run.to.start, run.to.end)}${run.movedFrom ? "←" : ""}`;
  });
}

describe("diff", () => {
  const cases: { name: string; from: string; to: string; gives: string[] }[] = [
    { name: "the same", from: "An ally stays.", to: "An ally stays.", gives: ["=An ally stays."] },
    {
      name: "a word replaced",
      from: "An old ally drifts away from home.",
      to: "An old friend drifts away from home.",
      gives: ["=An old ", "-ally ", "+friend ", "=drifts away from home."],
    },
    { name: "a word put in", from: "An ally drifts.", to: "An old ally drifts.", gives: ["=An ", "+old ", "=ally drifts."] },
    { name: "a word taken out", from: "An old ally drifts.", to: "An ally drifts.", gives: ["=An ", "-old ", "=ally drifts."] },
    { name: "quotation marks, dashes and spaces", from: "“An\u00a0ally” – so", to: '"An ally" - so', gives: ['="An ally" - so'] },
    { name: "accents composed and decomposed", from: "caf\u00e9 étage", to: "cafe\u0301 étage", gives: ["=cafe\u0301 étage"] },
    { name: "full-width forms", from: "ＡＢＣ１２３、ｶﾞｲﾄﾞ", to: "ABC123、ガイド", gives: ["=ABC123、ガイド"] },
    { name: "a paragraph split", from: "One. Two. Three.", to: "One.\nTwo. Three.", gives: ["=One.\nTwo. Three."] },
    { name: "a capital", from: "the east wind", to: "the East wind", gives: ["=the ", "-east ", "+East ", "=wind"] },
    {
      name: "Japanese, by the character",
      from: "日本は同盟を深める。",
      to: "日本は同盟を弱める。",
      gives: ["=日本は同盟を", "-深", "+弱", "=める。"],
    },
    { name: "emoji, whole", from: "so 👩‍👩‍👧‍👦 it is", to: "so 👩‍👩‍👦 it is", gives: ["=so ", "-👩‍👩‍👧‍👦 ", "+👩‍👩‍👦 ", "=it is"] },
    {
      name: "a sentence put elsewhere",
      from: "Rivers carry silt to the sea. Nobody in the valley asked the mountain for permission to stay.",
      to: "Nobody in the valley asked the mountain for permission to stay. Rivers carry silt to the sea.",
      gives: [
        "-Rivers carry silt to the sea. →",
        "=Nobody in the valley asked the mountain for permission to stay. ",
        "+Rivers carry silt to the sea.←",
      ],
    },
    { name: "from nothing", from: "", to: "An ally.", gives: ["+An ally."] },
    { name: "to nothing", from: "An ally.", to: "", gives: ["-An ally."] },
  ];
  for (const { name, from, to, gives } of cases) it(name, () => expect(shown(from, to)).toEqual(gives));
});
