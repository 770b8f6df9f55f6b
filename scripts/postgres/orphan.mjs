// @ts-check
// A launcher that was killed leaves its PostgreSQL running. The next one stops it, so that there is again one
// server, with a launcher that looks after it.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../lib/failure.mjs";

/** Fast shutdown first; then immediate, which the next start recovers from. */
const signals = /** @type {const} */ ([
  ["SIGINT", 15_000],
  ["SIGQUIT", 10_000],
]);

/**
 * The running server's note about itself: process id first, port fourth, state eighth.
 * @param {string} folder
 */
export function readPidFile(folder) {
  try {
    const lines = readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() };
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return null;
    throw error;
  }
}

/** @param {number} pid @returns {string[]} the words it was started with; none when it is gone (or a zombie) */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
  } catch {
    if (process.platform === "linux") return [];
    return spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" })
      .stdout.trim()
      .split(" ")
      .filter(Boolean);
  }
}

/**
 * Process ids are used again: is this one truly the server of this folder?
 * @param {number} pid
 * @param {string} folder
 */
export function isServerOf(pid, folder) {
  const command = commandOf(pid);
  return path.basename(command[0] ?? "") === "postgres" && ` ${command.join(" ")} `.includes(` -D ${folder} `);
}

/**
 * @param {string} folder
 * @returns {Promise<boolean>} whether there was one
 */
export async function stopOrphan(folder) {
  const note = readPidFile(folder);
  if (!note) return false;
  if (!isServerOf(note.pid, folder)) {
    // Left by a server that was killed. Where its number now belongs to another program, PostgreSQL would
    // take that one for itself and refuse to start.
    rmSync(path.join(folder, "postmaster.pid"), { force: true });
    return false;
  }
  for (const [signal, patience] of signals) {
    process.kill(note.pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isServerOf(note.pid, folder)) return true;
      await sleep(30);
    }
  }
  throw new Failure(
    `PostgreSQL of an earlier start (process ${note.pid}) does not stop.`,
    `Stop it (kill -QUIT ${note.pid}) and start again.`,
  );
}
