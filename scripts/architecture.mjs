// @ts-check
// Holds the code to the directions in .dependency-cruiser.cjs.
import { cruise } from "./lib/cruise.mjs";

/**
 * dependency-cruiser that cannot load the compiler reads no modules and reports success. There were hundreds when
 * this was written.
 */
const fewestModules = 50;

/** @typedef {{ rule: { name: string }, from: string, to: string, cycle?: { name: string }[] }} Violation */
/** @typedef {{ name: string, comment: string }} Rule */

const { modules, summary } = JSON.parse(cruise(["--output-type", "json"]));
const own = modules.filter((/** @type {{ source: string }} */ { source }) => /^(app|components|lib)\/.*[.]tsx?$/.test(source));

/** @type {Rule[]} */
const rules = summary.ruleSetUsed.forbidden;
const comments = new Map(rules.map(({ name, comment }) => [name, comment]));
for (const { rule, from, to, cycle } of /** @type {Violation[]} */ (summary.violations)) {
  const path = cycle ? [from, ...cycle.map(({ name }) => name)] : [from, to];
  console.error(`${rule.name}: ${path.join(" → ")}\n  ${comments.get(rule.name)}`);
}
if (own.length < fewestModules) {
  console.error(`Only ${own.length} modules were read, so nothing was checked. Can dependency-cruiser load this version of TypeScript?`);
  process.exitCode = 1;
}
if (summary.violations.length > 0) process.exitCode = 1;
console.log(`${own.length} modules, ${summary.violations.length} violations`);
