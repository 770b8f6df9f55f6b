// @ts-check
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** Where this machine's data is: the database's files, its password, logs. HEDGEROW_DATA names another folder. */
export function dataFolder() {
  return path.resolve(root, process.env.HEDGEROW_DATA || ".hedgerow");
}

/** @param {string} file inside node_modules */
export const inModules = (file) => path.join(root, "node_modules", file);
