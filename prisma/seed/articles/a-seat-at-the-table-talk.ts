import type { SeedTalk } from "../seed-data";

/** What came of some annotations of the demo's main article: critiques in every state that a newcomer may want to see, and a discussion. */
export const aSeatAtTheTableTalk: SeedTalk[] = [
  {
    on: { by: "reader", paragraph: 3, quote: "Steps that calm one fear tend to inflame the other" },
    critique: { kind: "evidence", daysAgo: 52 },
    said: [
      { by: "author", step: "acknowledge", daysAgo: 50 },
      {
        by: "author",
        step: "concede",
        text: "Granted. The sentence states as a law what is at best a tendency, and the digest names no case. The *1997 Guidelines* are the one I should have named: they bought attention in Washington and, at home, a long argument about being drawn in.",
        daysAgo: 47,
      },
      { by: "reader", step: "satisfy", text: "That is the case I had hoped for.", daysAgo: 45 },
    ],
  },
  {
    on: { by: "curator", paragraph: 4, quote: "cover against a China that coerces" },
    critique: { kind: "framework", daysAgo: 41 },
    said: [
      {
        by: "author",
        step: "rebut",
        text: "The passage reports a list that others drew up, and on that list coercion is a *risk* like the rest. Whether cover against a named adversary deserves another word is a question to its authors.\n\n> cover against an America that weakens\n\nstands in the same sentence, and nobody calls that balancing.",
        daysAgo: 38,
      },
      {
        by: "curator",
        step: "maintain",
        text: "A word that covers both covers too much. We shall not agree on this, and readers may as well know it.",
        daysAgo: 36,
      },
    ],
  },
  {
    on: { by: "reader", paragraph: 4, quote: "a term that excludes nothing has stopped explaining" },
    critique: { kind: "reasoning", daysAgo: 24 },
    said: [
      {
        by: "author",
        step: "clarify",
        text: "What would not count: alternatives given up without a price, or sought so far that the alliance itself is put at risk. Bargaining predicts that Tokyo stops short of both.",
        daysAgo: 20,
      },
    ],
  },
  {
    on: { by: "sana", paragraph: 2, quote: "neither supplier insists on exclusive custom" },
    critique: { kind: "undercut", framework: "H2", daysAgo: 12 },
    said: [],
  },
  {
    on: { by: "reader", paragraph: 6, quote: "Yet the right point is not Japan’s to fix. Each of the giants may move" },
    critique: { kind: "evidence", daysAgo: 6 },
    said: [
      { by: "author", step: "acknowledge", daysAgo: 4 },
      {
        by: "chen",
        text: "One year that does not fit would settle it. 1978 might do: a treaty with Beijing, and the ally content.",
        daysAgo: 3,
      },
    ],
  },
  {
    on: {
      by: "curator",
      paragraph: 7,
      quote: "To reply that they are hedging merely restates the puzzle, because the hedge is the thing to be accounted for",
    },
    said: [
      {
        by: "sana",
        text: "A reason, yes; but one that would hold for any state at any time. What is wanted is a reason for *these* years.",
        daysAgo: 30,
      },
      { by: "curator", text: "Then the question is about timing, and the definition was never asked about that.", answers: 0, daysAgo: 29 },
      { by: "author", text: "It is about timing. The puzzle is why the risk is run when it is run.", answers: 1, daysAgo: 28 },
    ],
  },
];
