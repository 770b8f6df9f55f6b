import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../../../scripts/lib/paths.mjs";

type Entry = { version?: string; optionalDependencies?: Record<string, string> };

/**
 * A registry that lacks a platform's package makes npm write a lockfile without it, and `npm ci` then refuses that
 * lockfile, on every platform. So an entry for each is there, by version, whatever machine wrote the file.
 */
it("the lockfile has an entry for each package of the other platforms", () => {
  const lockfile: { packages: Record<string, Entry> } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const missing = Object.entries(lockfile.packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !lockfile.packages[`${place}/node_modules/${name}`]?.version && !lockfile.packages[`node_modules/${name}`]?.version,
    ),
  );
  expect(missing).toEqual([]);
});
