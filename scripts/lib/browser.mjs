// @ts-check
// A browser for the browser tests: one that is there, else one that can be brought.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { inModules } from "./paths.mjs";

const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
const macApps = ["Google Chrome", "Chromium", "Google Chrome for Testing"].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
/** Playwright's download hangs rather than fails behind some walls. */
const downloadWithinMs = 5 * 60_000;

/** A file may be there and still not run: a stub that asks for a snap, or libraries that are missing. @param {string} file */
function runs(file) {
  return existsSync(file) && spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0;
}

/** @returns {string | undefined} */
function installed() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...files, ...macApps].find(runs);
}

/** The browser that Playwright itself downloads, when it has. */
async function playwrights() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return runs(file) ? file : undefined;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function attempt(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: ["ignore", "ignore", "ignore"], timeout: downloadWithinMs, env }).status === 0;
}

/** @returns {Promise<string>} the path of a browser that runs */
export async function findBrowser() {
  const told = process.env.CHROME_PATH;
  if (told) {
    if (runs(told)) return told;
    throw new Failure(`CHROME_PATH is ${told}, and that does not run.`, "Set it to a Chrome or Chromium, or leave it away.");
  }
  const present = installed() ?? (await playwrights());
  if (present) return present;

  console.log("No Chrome or Chromium is installed; fetching Playwright's own.");
  attempt(process.execPath, [inModules("@playwright/test/cli.js"), "install", "chromium"]);
  const fetched = await playwrights();
  if (fetched) return fetched;

  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("That did not work; installing Debian's Chromium.");
    attempt("apt-get", ["update"]);
    attempt("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
    const debian = installed();
    if (debian) return debian;
  }
  throw new Failure(
    "The browser tests need Chrome or Chromium; none is installed, and none could be fetched.",
    "Install one (for example `sudo apt-get install chromium`, or https://www.google.com/chrome), or set CHROME_PATH to it.",
  );
}
