// @ts-check
// PostgreSQL refuses to run as root. When root starts Hedgerow, its PostgreSQL runs as an account of its own.
import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { Failure } from "../lib/failure.mjs";

/** @typedef {{ uid: number, gid: number } | {}} Account the account to run as; empty means ourselves */

/** Debian's and macOS's names for the account that PostgreSQL or the system itself brings. */
const names = ["postgres", "_postgres"];

/** @param {string} name @returns {{ uid: number, gid: number } | null} */
function find(name) {
  const ask = (/** @type {string} */ flag) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [uid, gid] = [ask("-u"), ask("-g")];
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
}

/**
 * @param {string} [existing] where the database's files may be already: their owner goes on being it
 * @returns {Account}
 */
export function databaseAccount(existing) {
  if (process.getuid?.() !== 0) return {};
  const owner = existing && statSync(existing, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = names.map(find).find((account) => account !== null);
  if (found) return found;
  const shell = "/usr/sbin/nologin";
  // The second form is Alpine's and Busybox's.
  spawnSync("sh", [
    "-c",
    `useradd --system --user-group --no-create-home --shell ${shell} postgres || adduser -S -D -H -s ${shell} postgres`,
  ]);
  const made = find("postgres");
  if (made) return made;
  throw new Failure(
    "PostgreSQL does not run as root, and no account named postgres could be made for it.",
    "Start Hedgerow as an ordinary user, or make an account named postgres.",
  );
}

/**
 * Makes a folder that the account may enter, whatever the umask.
 * @param {string} folder
 */
export function makeOpenFolder(folder) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

/**
 * Asks the system, by trying: permission bits alone do not know of access lists.
 * @param {string} folder
 * @param {Account} account
 */
export function canEnter(folder, account) {
  if (!("uid" in account)) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/" }).status === 0;
}

/**
 * The topmost of a folder's parents that the account may not enter.
 * @param {string} folder
 * @param {Account} account
 */
export function closedParent(folder, account) {
  const parents = [];
  for (let at = folder; at !== path.dirname(at); at = path.dirname(at)) parents.unshift(at);
  return parents.find((at) => lstatSync(at, { throwIfNoEntry: false }) && !canEnter(at, account)) ?? null;
}
