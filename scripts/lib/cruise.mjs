// @ts-check
import { spawnSync } from "node:child_process";
import { Failure } from "./failure.mjs";
import { inModules, root } from "./paths.mjs";

/**
 * Runs dependency-cruiser over the layers; it exits with the number of violations, which is not a failure to run.
 * @param {string[]} args
 * @returns {string} what it printed
 */
export function cruise(args) {
  const program = inModules("dependency-cruiser/bin/dependency-cruise.mjs");
  const layers = ["app", "components", "lib"];
  const result = spawnSync(process.execPath, [program, ...layers, "--config", ".dependency-cruiser.cjs", ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!result.stdout)
    throw new Failure("dependency-cruiser did not run.", "See its message above.", result.error?.message ?? result.stderr);
  return result.stdout;
}
