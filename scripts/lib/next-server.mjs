// @ts-check
import { createWriteStream } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { inModules } from "./paths.mjs";
import { spawnNode } from "./run.mjs";

/** Development compiles the page that is asked for first. */
const readyWithinMs = 120_000;
const askEveryMs = 100;
/** Open live streams are closed by the pages themselves; what is still there then is cut off. */
const graceMs = 5_000;
const keptLines = 40;

/**
 * @typedef {object} NextServer
 * @property {Promise<string>} ended with the reason
 * @property {() => Promise<void>} ready
 * @property {() => string} lastLines
 * @property {(options?: { force?: boolean }) => Promise<void>} stop
 */

/**
 * @param {{ mode: "start" | "dev", host: string, port: number, env: NodeJS.ProcessEnv, logFile: string }} options
 * @returns {NextServer}
 */
export function startNext({ mode, host, port, env, logFile }) {
  const production = mode === "start";
  const child = spawnNode([inModules("next/dist/bin/next"), mode, "-p", String(port), "-H", host], {
    env: { ...env, NODE_ENV: production ? "production" : "development", NEXT_TELEMETRY_DISABLED: "1" },
    // A group of its own: Ctrl-C reaches only us, and `kill(-pid)` the processes that development forks.
    detached: true,
    stdio: production ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
  });

  /** @type {string[]} */
  let lines = [];
  let isReady = !production;
  if (production) {
    const log = createWriteStream(logFile);
    for (const [stream, own] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream?.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => {
        log.write(chunk);
        lines = [...lines, ...chunk.trimEnd().split("\n")].slice(-keptLines);
        // Until then it is Next's own greeting, and our last line says where the pages are.
        if (isReady) own.write(chunk);
      });
    }
  }

  let alive = true;
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  ended.then(() => {
    alive = false;
  });
  const lastLines = () => lines.join("\n");

  async function ready() {
    const address = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}/api/health`;
    const deadline = Date.now() + readyWithinMs;
    let last = "no answer";
    while (Date.now() < deadline) {
      const reason = await Promise.race([ended, sleep(askEveryMs)]);
      if (reason) throw new Failure(`The server ended before it was ready (${reason}).`, "See its last lines above.", lastLines());
      try {
        const response = await fetch(address, { signal: AbortSignal.timeout(readyWithinMs), redirect: "manual" });
        if (response.status === 200) {
          isReady = true;
          return;
        }
        last = `${response.status} ${(await response.text()).slice(0, 300)}`;
      } catch {
        // not listening yet
      }
    }
    throw new Failure(`The server did not get ready: ${address} says ${last}.`, `See its last lines above, or ${logFile}.`, lastLines());
  }

  /** @param {NodeJS.Signals} signal */
  function signalGroup(signal) {
    try {
      process.kill(-(/** @type {number} */ (child.pid)), signal);
    } catch {
      // gone already
    }
  }

  async function stop({ force = false } = {}) {
    if (!alive) return;
    if (!force) {
      child.kill("SIGTERM");
      await Promise.race([ended, sleep(graceMs, undefined, { ref: false })]);
    }
    signalGroup("SIGKILL");
    await ended;
  }

  return { ended, ready, lastLines, stop };
}
