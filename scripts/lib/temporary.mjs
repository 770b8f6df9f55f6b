// @ts-check
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { canEnter, databaseAccount } from "../postgres/account.mjs";

/**
 * A new folder that an embedded database may be in: everybody may enter it, and the folders above it.
 * @param {string} name
 */
export function makeTemporaryFolder(name) {
  const account = databaseAccount();
  // A TMPDIR of root's own may be closed to the database's account.
  const parent = [os.tmpdir(), "/var/tmp"].find((folder) => canEnter(folder, account)) ?? os.tmpdir();
  const folder = mkdtempSync(path.join(parent, `hedgerow-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** @param {string} folder */
export const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
