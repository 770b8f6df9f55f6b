import { describe, expect, it } from "vitest";
import { GIVE_UP_AFTER, isStale, nextAttempt, pauseAfter } from "@/lib/mail/retry";

const minutes = (ms: number) => ms / 60_000;
const now = new Date("2026-11-24T12:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);

describe("the pause after a try that came to nothing", () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [6, 32],
    [7, 64],
    [8, 120],
    [60, 120],
    [5000, 120],
  ])("after the %i. it is %i minutes", (attempts, expected) => {
    expect(minutes(pauseAfter(attempts, 0.5))).toBe(expected);
  });

  it("is up to a fifth shorter or longer, so that mails do not come back together", () => {
    expect(minutes(pauseAfter(4, 0))).toBeCloseTo(6.4, 3);
    expect(minutes(pauseAfter(4, 0.999_999_9))).toBeCloseTo(9.6, 3);
  });
});

describe("giving up", () => {
  it.each([
    ["queued just now", 0, false],
    ["four days old", 4 * 86_400_000, false],
    ["a minute before five days, when the pause leads beyond them", GIVE_UP_AFTER - 60_000, true],
    ["a week old", 7 * 86_400_000, true],
  ])("%s", (_, age, givesUp) => {
    expect(nextAttempt({ attempts: 9, createdAt: ago(age) }, now, 0.5) === null).toBe(givesUp);
  });

  it("is tried dozens of times before that", () => {
    let at = now;
    let attempts = 0;
    for (let next: Date | null = at; next !== null; attempts++) {
      at = next;
      next = nextAttempt({ attempts: attempts + 1, createdAt: now }, at, 0.5);
    }
    expect(attempts).toBeGreaterThan(50);
    expect(isStale({ createdAt: now }, at)).toBe(false);
  });
});
