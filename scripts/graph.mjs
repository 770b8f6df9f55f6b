// @ts-check
// npm run graph: draws docs/architecture.md's picture from the code. With --check: fails when it is not the code's.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cruise } from "./lib/cruise.mjs";
import { Failure, report } from "./lib/failure.mjs";
import { root } from "./lib/paths.mjs";

const file = path.join(root, "docs/architecture.md");
const markers = /(<!-- graph: npm run graph -->\n)[\s\S]*?(\n<!-- end of graph -->)/;

function draw() {
  const args = ["--output-type", "mermaid", "--include-only", "^(app|components|lib)/", "--collapse", "^(lib|components)/[^/]+|^app"];
  const lines = cruise(args).trim().split("\n");
  const isEdge = (/** @type {string} */ line) => line.includes("-->");
  // Edges in an order of their own, so that a moved import does not shuffle the picture.
  return ["```mermaid", ...lines.filter((line) => !isEdge(line) && line !== ""), ...lines.filter(isEdge).sort(), "```"].join("\n");
}

try {
  const before = readFileSync(file, "utf8");
  if (!markers.test(before))
    throw new Failure(`${file} has no place for the graph.`, "It stands between <!-- graph: npm run graph --> and <!-- end of graph -->.");
  const after = before.replace(markers, (_, start, end) => `${start}${draw()}${end}`);
  if (!process.argv.includes("--check")) writeFileSync(file, after);
  else if (before !== after)
    throw new Failure("The graph in docs/architecture.md is not the code's.", "Run `npm run graph` and look at what changed.");
} catch (error) {
  report(error);
  process.exitCode = 1;
}
