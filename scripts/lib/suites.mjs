// @ts-check
// What `npm test` runs, in this order: what is quick to tell comes first.
import { findBrowser } from "./browser.mjs";
import { buildWhenStale } from "./build.mjs";
import { Failure } from "./failure.mjs";
import { inModules } from "./paths.mjs";
import { spawnNode } from "./run.mjs";

const next = inModules("next/dist/bin/next");
const tsc = inModules("typescript/bin/tsc");
const vitest = inModules("vitest/vitest.mjs");

/** @type {import("node:child_process").ChildProcess | null} */
let running = null;

/** Suites that started servers stop them on this; they are given the time. */
export const stopSuite = () => running?.kill("SIGTERM");

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function node(args, env = process.env) {
  const child = spawnNode(args, { env: { ...env, NEXT_TELEMETRY_DISABLED: "1" }, stdio: ["ignore", "inherit", "inherit"] });
  running = child;
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  running = null;
  if (code !== 0) throw new Failure("This suite failed.", "See above.");
}

/** @type {Record<string, () => Promise<void>>} */
export const suites = {
  async types() {
    await node([next, "typegen"]);
    await node([tsc, "--noEmit"]);
    await node([tsc, "--noEmit", "-p", "scripts"]);
  },
  lint: () => node([inModules("@biomejs/biome/bin/biome"), "check", "--error-on-warnings"]),
  async architecture() {
    await node(["scripts/architecture.mjs"]);
    await node(["scripts/graph.mjs", "--check"]);
  },
  unit: () => node([vitest, "run", "--project", "unit"]),
  property: () => node([vitest, "run", "--project", "property"]),
  db: () => node([vitest, "run", "--project", "db"]),
  async build() {
    console.log(await buildWhenStale(process.env));
  },
  async browser() {
    const CHROME_PATH = await findBrowser();
    console.log(CHROME_PATH);
    await node([inModules("@playwright/test/cli.js"), "test"], { ...process.env, CHROME_PATH });
  },
  // Run as it is: under --test it would be a grandchild, which the preloaded descriptor does not reach.
  clone: () => node(["tests/clone/clean-clone.test.mjs"]),
};
