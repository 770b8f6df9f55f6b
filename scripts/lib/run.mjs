// @ts-check
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { root } from "./paths.mjs";

const preload = new URL("./die-with-parent.mjs", import.meta.url).href;
/** How much of a program's output is kept for the case that it fails. */
const keptCharacters = 20_000;

/** Programs that run now, so that a stop in the middle of a step stops them too. @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

export function stopRunning() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Starts Node with a program that ends when this process does.
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & { stdio: any[] }} options
 */
export function spawnNode(args, options) {
  return spawn(process.execPath, ["--import", preload, ...args], { cwd: root, ...options, stdio: [...options.stdio, "pipe"] });
}

/**
 * Runs a Node program to its end; gives back what it printed, and fails with that when it failed.
 * @param {string[]} args
 * @param {{ failure: [what: string, remedy: string], env?: NodeJS.ProcessEnv, log?: string }} options
 *   log: a file that gets the output as well
 * @returns {Promise<string>}
 */
export function runNode(args, { failure, env = process.env, log }) {
  if (log) mkdirSync(path.dirname(log), { recursive: true });
  const file = log ? createWriteStream(log) : undefined;
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawnNode(args, { env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk) => {
        file?.write(chunk);
        output = (output + chunk).slice(-keptCharacters);
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      file?.end();
      if (code === 0) resolve(output);
      else reject(new Failure(failure[0], failure[1], output));
    });
  });
}
