import { describe, expect, it } from "vitest";
import { changeBylines, type StoredByline } from "@/lib/revisions/bylines";

const stored: StoredByline[] = [
  { id: "k", name: "Keiko Arima", isLinked: true },
  { id: "n", name: "N. Novak", isLinked: false },
];

describe("new names under an article's title", () => {
  it.each<[string, string[], ReturnType<typeof changeBylines>]>([
    [
      "the same names stay as they are",
      ["Keiko Arima", "N. Novak"],
      {
        keep: [
          { id: "k", position: 0, name: "Keiko Arima" },
          { id: "n", position: 1, name: "N. Novak" },
        ],
        add: [],
        remove: [],
      },
    ],
    [
      "a linked name keeps its person wherever it stands, in whatever capitals",
      ["Nathan W. Novak", "keiko  arima"],
      {
        keep: [
          { id: "n", position: 0, name: "Nathan W. Novak" },
          { id: "k", position: 1, name: "keiko  arima" },
        ],
        add: [],
        remove: [],
      },
    ],
    [
      "a new name is added, one that is gone removed",
      ["Keiko Arima"],
      { keep: [{ id: "k", position: 0, name: "Keiko Arima" }], add: [], remove: ["n"] },
    ],
    [
      "a third author",
      ["Keiko Arima", "N. Novak", "A. Third"],
      {
        keep: [
          { id: "k", position: 0, name: "Keiko Arima" },
          { id: "n", position: 1, name: "N. Novak" },
        ],
        add: [{ position: 2, name: "A. Third" }],
        remove: [],
      },
    ],
    ["a linked name that would be lost is told", ["N. Novak"], { lost: "Keiko Arima" }],
    ["nor is it given to somebody else", ["Somebody Else", "N. Novak"], { lost: "Keiko Arima" }],
  ])("%s", (_what, names, changes) => {
    expect(changeBylines(stored, names)).toEqual(changes);
  });
});
