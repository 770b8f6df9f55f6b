// @ts-check
// Runs PostgreSQL, and runs it again when it dies.
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../lib/failure.mjs";
import { serverEnv } from "./cluster.mjs";
import { readPidFile } from "./orphan.mjs";

/** Recovery after a crash may replay a lot; a server that still works at it is not given up sooner. */
const readyWithinMs = 180_000;
const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** With the pauses above, about half a minute. */
const attemptsBeforeGivingUp = 10;
/** A server that lived this long has recovered: the next death counts as the first one. */
const stableAfterMs = 30_000;
const largestLogBytes = 10_000_000;
/** Long enough for a fast shutdown to write everything out. */
const stopWithinMs = 20_000;

/**
 * @param {import("./cluster.mjs").Place & { port: number, logFile: string, durable: boolean,
 *   onRestart: (message: string) => void, onGivingUp: (failure: Failure) => void }} options
 */
export async function runServer({ folder, binaries, account, port, logFile, durable, onRestart, onGivingUp }) {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const args = ["-D", folder, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  /** @type {import("node:child_process").ChildProcess | null} */
  let child = null;
  let stopping = false;
  let failures = 0;

  async function launch() {
    if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > largestLogBytes) renameSync(logFile, `${logFile}.1`);
    // A file rather than a pipe: the server must be able to write when nobody reads.
    const log = openSync(logFile, "a");
    const started = spawn(binaries.postgres, args, {
      ...account,
      cwd: "/", // root's folder may be closed to the account
      env: serverEnv,
      detached: true, // Ctrl-C is for us; we stop the pages first, then the server
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    child = started;
    let ended = /** @type {string | null} */ (null);
    const exited = new Promise((resolve) => {
      started.once("error", (error) => resolve(error.message));
      started.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
    }).then((reason) => {
      ended = reason;
      return reason;
    });
    const deadline = Date.now() + readyWithinMs;
    while (!isReady(folder, started.pid)) {
      if (ended !== null || Date.now() > deadline) {
        started.kill("SIGQUIT");
        throw new Failure("PostgreSQL does not start.", `See the end of ${logFile} (above).`, lastLines(logFile));
      }
      await Promise.race([sleep(20), exited]);
    }
    const readyAt = Date.now();
    exited.then((reason) => {
      if (stopping) return;
      if (Date.now() - readyAt > stableAfterMs) failures = 0;
      onRestart(`PostgreSQL ended (${reason}); starting it again`);
      again();
    });
  }

  async function again() {
    while (!stopping) {
      await sleep(Math.min(firstPauseMs * 2 ** failures, longestPauseMs));
      if (stopping) return;
      failures += 1;
      try {
        await launch();
        return onRestart("PostgreSQL runs again");
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (failures >= attemptsBeforeGivingUp) return onGivingUp(error);
      }
    }
  }

  async function stop({ force = false } = {}) {
    stopping = true;
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill(force ? "SIGQUIT" : "SIGINT"); // immediate, or fast
    await Promise.race([exited, sleep(stopWithinMs, undefined, { ref: false })]);
    if (ending.exitCode === null && ending.signalCode === null) {
      ending.kill("SIGQUIT");
      await exited;
    }
  }

  await launch();
  return { stop };
}

/**
 * @param {string} folder
 * @param {number | undefined} pid
 */
function isReady(folder, pid) {
  const note = readPidFile(folder);
  return note !== null && note.pid === pid && note.state === "ready";
}

/** @param {string} file */
function lastLines(file) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-12).join("\n");
}
