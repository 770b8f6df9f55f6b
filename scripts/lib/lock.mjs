// @ts-check
// One Hedgerow per data folder. The lock is a Unix-domain socket, because it dies with the process that
// listens on it, however that process ends, and because it can tell a second start where the first one is.
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";

/** Longer socket paths are refused by macOS (104 bytes) and Linux (108). */
const longestSocketPath = 100;
/** Time for a start at the very same moment to show itself after both took over a dead lock. */
const settleMs = 60;

/**
 * @typedef {object} Holder what the process that holds the lock says about itself
 * @property {number} pid
 * @property {string | null} address where its pages are; null while it starts
 * @property {number | null} databasePort of the embedded PostgreSQL once it runs
 */

/** @param {string} folder */
export function lockPath(folder) {
  const inside = path.join(folder, "lock.sock");
  if (Buffer.byteLength(inside) <= longestSocketPath) return inside;
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return path.join(os.tmpdir(), `hedgerow-${hash}.sock`);
}

/**
 * Who holds the lock of this data folder, if anybody.
 * @param {string} folder
 * @returns {Promise<Holder | null>}
 */
export function askHolder(folder) {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = net.connect(lockPath(folder));
    socket.setEncoding("utf8");
    // It holds the lock and does not answer (stopped, or a swamped machine): that is still somebody.
    socket.setTimeout(5_000, () => socket.destroy(new Error(`${lockPath(folder)} is held, but does not answer`)));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("end", () => resolve(JSON.parse(answer)));
    socket.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "ENOENT" || error.code === "ECONNREFUSED") resolve(null);
      else reject(error);
    });
  });
}

/**
 * Takes the lock, or says who has it. `self` may be changed while the lock is held.
 * @param {string} folder
 * @param {Holder} self
 * @returns {Promise<{ holder: Holder } | { holder: null, release: () => void }>}
 */
export async function takeLock(folder, self) {
  mkdirSync(folder, { recursive: true });
  const holder = await askHolder(folder);
  if (holder) return { holder };
  const file = lockPath(folder);
  rmSync(file, { force: true }); // left by a process that was killed
  const server = net.createServer((socket) => {
    socket.on("error", () => {}); // the asker went away
    socket.end(JSON.stringify(self));
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(file, () => resolve(undefined));
  });
  chmodSync(file, 0o600);
  server.unref();
  await sleep(settleMs);
  const now = await askHolder(folder);
  if (now && now.pid !== self.pid) return { holder: now };
  return { holder: null, release: () => server.close() };
}

/**
 * Takes the lock for a start, or fails with where the other one is.
 * @param {string} folder
 * @param {Holder} self
 * @returns {Promise<() => void>} gives it back
 */
export async function holdLock(folder, self) {
  const lock = await takeLock(folder, self);
  if (!lock.holder) return lock.release;
  const { pid, address } = lock.holder;
  throw new Failure(
    address
      ? `Hedgerow already runs from this folder, at ${address} (process ${pid}).`
      : `The data folder is in use: Hedgerow is being started, or a command of it works there (process ${pid}).`,
    `Stop that one first (Ctrl-C where it runs, or kill ${pid}), or set HEDGEROW_DATA and PORT to run another beside it.`,
  );
}
