// @ts-check
// npm test: every suite from a fresh clone, each one even when another failed; `npm test -- unit db` runs those.
import { Failure, report } from "./lib/failure.mjs";
import { checkNodeVersion } from "./lib/node-version.mjs";
import { generateClient, installDependencies } from "./lib/prepare.mjs";
import { step } from "./lib/progress.mjs";
import { stopSuite, suites } from "./lib/suites.mjs";

/** @typedef {{ name: string, passed: boolean, seconds: number }} Outcome */

/** @param {string[]} asked */
function choose(asked) {
  const unknown = asked.filter((name) => !Object.hasOwn(suites, name));
  if (unknown.length > 0)
    throw new Failure(`There is no suite called ${unknown.join(", ")}.`, `There are: ${Object.keys(suites).join(", ")}.`);
  return Object.entries(suites).filter(([name]) => asked.length === 0 || asked.includes(name));
}

/**
 * @param {string} name
 * @param {() => Promise<void>} suite
 * @returns {Promise<Outcome>}
 */
async function run(name, suite) {
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
  const begun = performance.now();
  let passed = true;
  try {
    await suite();
  } catch (error) {
    report(error);
    passed = false;
  }
  return { name, passed, seconds: (performance.now() - begun) / 1000 };
}

try {
  checkNodeVersion();
  const chosen = choose(process.argv.slice(2));
  await step("packages", installDependencies);
  await step("Prisma client", generateClient);
  /** @type {Outcome[]} */
  const outcomes = [];
  let stopped = false;
  process.on("SIGINT", () => {
    stopped = true; // the terminal's Ctrl-C reaches the suite too
  });
  process.on("SIGTERM", () => {
    stopped = true;
    stopSuite();
  });
  for (const [name, suite] of chosen) if (!stopped) outcomes.push(await run(name, suite));

  console.log("");
  for (const { name, passed, seconds } of outcomes)
    console.log(`${passed ? "✓" : "✗"} ${name.padEnd(14)} ${passed ? "passed" : "FAILED"} ${seconds.toFixed(1).padStart(8)} s`);
  const failed = outcomes.filter(({ passed }) => !passed).length;
  console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
  if (stopped) console.log("It was stopped before the end.");
  process.exitCode = failed > 0 || stopped ? 1 : 0;
} catch (error) {
  report(error);
  process.exitCode = 2;
}
