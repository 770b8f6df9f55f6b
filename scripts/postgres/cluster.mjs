// @ts-check
// The files of an embedded PostgreSQL: made once, owned by the account that runs it.
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "../lib/failure.mjs";

/** Role and database have one name. The role owns the database and is no superuser. */
export const databaseName = "hedgerow";

/**
 * Sorting by code point and full Unicode case rules, the same on every machine, from PostgreSQL itself.
 * LC_CTYPE still decides what pg_trgm and text search take for a letter, so it should be a UTF-8 one;
 * where the first name is not known (macOS, small containers) the next is tried.
 */
const characterTypes = ["C.UTF-8", "en_US.UTF-8", "C"];

/** Only the machine itself, only over TCP, only with the password. */
const hostRules = "host all all 127.0.0.1/32 scram-sha-256\n";

/** Nothing of the caller's locale, time zone or PG* variables gets in. */
export const serverEnv = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };

/**
 * @typedef {object} Place
 * @property {string} folder
 * @property {import("./binaries.mjs").Binaries} binaries
 * @property {import("./account.mjs").Account} account
 */

/** @param {string} folder */
export const clusterExists = (folder) => existsSync(path.join(folder, "PG_VERSION"));

/**
 * @param {Place} place
 * @param {string} password
 */
export function createCluster({ folder, binaries, account }, password) {
  // Made beside and renamed, so that a start that is killed meanwhile does not leave half a database.
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  own(half, account);
  const options = { ...account, cwd: "/", env: serverEnv, encoding: /** @type {const} */ ("utf8") };
  let result;
  for (const characterType of characterTypes) {
    result = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${half}`,
        "--username=postgres",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        `--lc-ctype=${characterType}`,
        // The superuser gets no password and can therefore not sign in at all.
        "--auth=reject",
        "--no-instructions",
      ],
      options,
    );
    if (!/invalid locale name/.test(result.stderr ?? "")) break;
  }
  if (result?.status !== 0)
    throw new Failure(
      "PostgreSQL could not make its database files.",
      `See its message above; the place is ${folder}. Or set DATABASE_URL to a PostgreSQL of your own.`,
      result?.error?.message ?? `${result?.stdout}${result?.stderr}`,
    );
  writeFileSync(path.join(half, "pg_hba.conf"), hostRules);
  runAlone({ folder: half, binaries, account }, [
    `CREATE ROLE ${databaseName} LOGIN CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${databaseName} OWNER ${databaseName}`,
  ]);
  renameSync(half, folder);
}

/**
 * For a database whose settings were lost: gives its role another password.
 * @param {Place} place
 * @param {string} password
 */
export const changePassword = (place, password) => runAlone(place, [`ALTER ROLE ${databaseName} PASSWORD '${password}'`]);

/**
 * Runs SQL as the superuser without a server, in PostgreSQL's single-user mode: one statement a line.
 * @param {Place} place
 * @param {string[]} statements
 */
function runAlone({ folder, binaries, account }, statements) {
  const result = spawnSync(binaries.postgres, ["--single", "-j", "-D", folder, "-c", "exit_on_error=true", "postgres"], {
    ...account,
    cwd: "/",
    env: serverEnv,
    encoding: "utf8",
    // With -j, a semicolon and an empty line end a statement.
    input: statements.map((statement) => `${statement};\n\n`).join(""),
  });
  if (result.status !== 0)
    throw new Failure(
      "PostgreSQL could not be set up.",
      `See its message above; the place is ${folder}.`,
      result.error?.message ?? result.stderr,
    );
}

/**
 * @param {string} folder
 * @param {import("./account.mjs").Account} account
 */
function own(folder, account) {
  chmodSync(folder, 0o700); // whatever the umask
  if ("uid" in account) chownSync(folder, account.uid, account.gid);
}
