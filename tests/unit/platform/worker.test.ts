import { afterEach, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { pauseOf, repeat } from "@/lib/platform/worker";

afterEach(() => vi.restoreAllMocks());

it("goes on after each failure, and ends when it is told to", async () => {
  const lines = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const ending = new AbortController();
  const failures = [new AppError("unavailable", "away"), new TypeError("a mistake of ours"), "not even an error"];
  let rounds = 0;
  let pauses = 0;
  await repeat({
    name: "the work",
    async work() {
      const failure = failures[rounds++];
      if (failure !== undefined) throw failure;
      ending.abort();
    },
    signal: ending.signal,
    pause: async () => void pauses++,
  });
  expect({ rounds, pauses }).toEqual({ rounds: 4, pauses: 4 });
  expect(lines.mock.calls.map(([line]) => JSON.parse(String(line)).message)).toEqual([
    "the work: the database is away",
    "the work failed",
    "the work failed",
  ]);
});

it("does nothing when it was told to end before it began, and does not wait out a pause", async () => {
  const ending = new AbortController();
  const waiting = pauseOf(2_000_000_000)(ending.signal);
  ending.abort();
  await waiting;
  const work = vi.fn();
  await repeat({ name: "the work", work, signal: ending.signal, pause: pauseOf(1) });
  expect(work).not.toHaveBeenCalled();
});
