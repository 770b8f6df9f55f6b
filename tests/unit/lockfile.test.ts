import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";

/** Earlier ones have published holes: remote code execution, bypasses of sign-in. */
const floors = { next: "16.4.6", "next-auth": "4.24.15", react: "19.2.8", "react-dom": "19.2.8" };

const lockfile = z
  .object({ packages: z.record(z.string(), z.looseObject({ version: z.string().optional(), resolved: z.string().optional() })) })
  .parse(JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")));

const parts = (version: string) => version.split(/[.-]/).map(Number);

function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [parts(version), parts(floor)];
  for (let index = 0; index < need.length; index++) {
    const difference = (have[index] ?? 0) - (need[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

describe("the lockfile", () => {
  it.each(Object.entries(floors))("holds %s at %s or newer, wherever it stands in the tree", (name, floor) => {
    const versions = Object.entries(lockfile.packages).flatMap(([path, { version }]) =>
      path.endsWith(`node_modules/${name}`) && version ? [version] : [],
    );
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect(isAtLeast(version, floor), `${name} ${version}`).toBe(true);
  });

  it("names packages only from the public npm registry", () => {
    for (const { resolved } of Object.values(lockfile.packages)) {
      if (resolved !== undefined) expect(resolved).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    }
  });
});
