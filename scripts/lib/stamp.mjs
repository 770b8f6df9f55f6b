// @ts-check
// A stamp is the hash of what something was made from, kept beside it: made again only when the hash differs.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * The files below `base`, as sorted relative paths. Names that do not exist are left out.
 * @param {string} base
 * @param {string[]} names files and folders, relative to base
 * @returns {string[]}
 */
export function listFiles(base, names) {
  return names
    .flatMap((name) => {
      const full = path.join(base, name);
      const found = statSync(full, { throwIfNoEntry: false });
      if (!found) return [];
      if (!found.isDirectory()) return [name];
      return listFiles(
        base,
        readdirSync(full).map((entry) => path.join(name, entry)),
      );
    })
    .sort();
}

/**
 * @param {string} base
 * @param {string[]} names files and folders, relative to base
 * @param {string[]} [extra] other things that the outcome depends on
 */
export function hashOf(base, names, extra = []) {
  const hash = createHash("sha256");
  for (const file of listFiles(base, names)) {
    const content = readFileSync(path.join(base, file));
    // Name and length first, so that moving bytes from one file to the next changes the hash.
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  for (const value of extra) hash.update(`\0${value}`);
  return hash.digest("hex");
}

/** @param {string} file */
export function readStamp(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null; // unreadable is the same as absent: the thing is made again
  }
}

/**
 * @param {string} file
 * @param {string} hash
 */
export function writeStamp(file, hash) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${hash}\n`);
}

/** @param {string} file */
export const removeStamp = (file) => rmSync(file, { force: true });
