// @ts-check
// Secrets and choices of this machine, made at the first start and kept in the data folder.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";

/**
 * @typedef {object} Settings
 * @property {string} installation tells this one from any other that was in the same place
 * @property {string} authSecret seals the session cookies
 * @property {string} databasePassword of the embedded PostgreSQL
 * @property {boolean} passwordIsNew the database does not know it yet
 * @property {number} [databasePort] used last time
 */

/** @param {string} folder */
const fileIn = (folder) => path.join(folder, "settings.json");

/** @param {string} folder */
function read(folder) {
  const file = fileIn(folder);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ENOENT") return {};
    if (code === "EACCES")
      throw new Failure(`${file} belongs to somebody else.`, "Start Hedgerow as the user who started it before, or set HEDGEROW_DATA.");
    throw new Failure(`${file} cannot be read: ${message}`, "Remove that file: its secrets are made anew, and everybody signs in again.");
  }
}

/**
 * @param {string} folder
 * @param {Partial<Settings>} changes
 */
export function saveSettings(folder, changes) {
  const file = fileIn(folder);
  const settings = { ...read(folder), ...changes };
  mkdirSync(folder, { recursive: true });
  // Written beside and renamed: a reader never sees half a file, and nobody else ever sees a secret.
  writeFileSync(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return settings;
}

/**
 * The settings, with the secrets made when they are missing.
 * @param {string} folder
 * @returns {Settings}
 */
export function openSettings(folder) {
  const settings = read(folder);
  const secret = () => randomBytes(32).toString("base64url");
  const installation = installationOf(folder, settings.installation ?? secret().slice(0, 16));
  const made = {
    ...(settings.installation === installation ? {} : { installation }),
    ...(settings.authSecret ? {} : { authSecret: secret() }),
    ...(settings.databasePassword ? {} : { databasePassword: secret(), passwordIsNew: true }),
  };
  return Object.keys(made).length > 0 ? saveSettings(folder, made) : settings;
}

/**
 * What tells this installation from others. In a file of its own: the database may lie elsewhere under this name, and whoever removes a
 * broken settings.json must find it again.
 * @param {string} folder
 * @param {string} proposed
 */
function installationOf(folder, proposed) {
  const file = path.join(folder, "installation");
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${proposed}\n`);
  return proposed;
}
