import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../errors";
import { log } from "./log";

type Repeated = {
  /** what the log calls it */
  name: string;
  work: () => Promise<void>;
  /** Until this is aborted; what is running then is waited for. */
  signal: AbortSignal;
  /** How one waits between two rounds; comes back at once when the signal is aborted. */
  pause: (signal: AbortSignal) => Promise<void>;
};

/** Does the work over and over, with a pause after each round, whatever becomes of a round. Never throws. */
export async function repeat({ name, work, signal, pause }: Repeated): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      // Told by what could not reach it, and over when it is back.
      if (error instanceof AppError && error.code === "unavailable") log.warn(`${name}: the database is away`);
      else log.error(`${name} failed`, error);
    }
    await pause(signal);
  }
}

/** A pause that holds up neither a stop nor the end of the process. */
export function pauseOf(milliseconds: number): Repeated["pause"] {
  return (signal) => sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}

/** Aborted when this process is asked to end. Next's own handlers for it stay. */
export function endOfProcess(): AbortSignal {
  const ending = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => ending.abort());
  return ending.signal;
}
