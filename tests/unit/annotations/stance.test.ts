import { describe, expect, it } from "vitest";
import { balanceInWords, describeStances, formOf, verdictOf } from "@/lib/annotations/stance";

describe("what several tags say", () => {
  it.each([
    [{ supports: 4, contests: 0 }, "supports", "s"],
    [{ supports: 0, contests: 2 }, "contests", "c"],
    [{ supports: 9, contests: 1 }, "split", "m"],
  ] as const)("%o", (count, verdict, form) => {
    expect(verdictOf(count)).toBe(verdict);
    expect(formOf(count)).toBe(form);
  });
});

describe("describeStances", () => {
  it("gives supports to contests, whichever has more", () => {
    const counts = [
      { label: "Dual hedge", supports: 4, contests: 0 },
      { label: "Realignment", supports: 0, contests: 2 },
      { label: "Autonomy", supports: 1, contests: 1 },
    ];
    expect(describeStances(counts)).toBe("Supports Dual hedge 4 to 0; contests Realignment 0 to 2; split on Autonomy 1 to 1");
  });

  it("is empty where nothing is said", () => {
    expect(describeStances([])).toBe("");
  });
});

it("names both numbers of a balance", () => {
  expect(balanceInWords({ supports: 5, contests: 0 })).toBe("5 support, 0 contest");
});
