// @ts-check
// Runs on whatever Node there is, so it uses nothing that an old one would not understand.
import { readFileSync } from "node:fs";
import { Failure } from "./failure.mjs";

/**
 * Is the version inside a range such as "^20.19 || ^22.12 || >=24"? Only these two forms are known, because
 * the package that knows all of them is not installed yet when this is asked.
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return range.split("||").some((part) => {
    const known = /^\s*(\^|>=)(\d+)(?:\.(\d+))?(?:\.0)?\s*$/.exec(part);
    if (!known) throw new Error(`engines.node: cannot read "${part.trim()}"`);
    const wantedMajor = Number(known[2]);
    const enough = major > wantedMajor || (major === wantedMajor && minor >= Number(known[3] || 0));
    return known[1] === "^" ? major === wantedMajor && enough : enough;
  });
}

export function checkNodeVersion(version = process.version) {
  const file = new URL("../../package.json", import.meta.url);
  const range = JSON.parse(readFileSync(file, "utf8")).engines.node;
  if (satisfies(version, range)) return;
  throw new Failure(
    `Hedgerow needs Node ${range.replaceAll("||", "or")}; this is Node ${version}.`,
    "Install a newer Node (https://nodejs.org) and run the command again.",
  );
}
