// @ts-check
// What has to be there before anything of ours can run: the packages, and the Prisma client.
import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { inModules, root } from "./paths.mjs";
import { runNode } from "./run.mjs";
import { hashOf, readStamp, removeStamp, writeStamp } from "./stamp.mjs";

const lockHash = () => hashOf(root, ["package-lock.json"]);
/** Inside node_modules, so that it goes when npm empties that folder: a broken-off install has no stamp. */
const lockStamp = inModules(".hedgerow-lock-hash");

/** npm's own program: the one that started us, else the one beside this Node, else the one that a shell would find. */
function npmProgram() {
  const beside = path.join(path.dirname(path.dirname(process.execPath)), "lib/node_modules/npm/bin/npm-cli.js");
  const onPath = (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, "npm"));
  const files = [process.env.npm_execpath ?? "", beside, ...onPath].filter((file) => file !== "" && existsSync(file));
  const program = files.map((file) => realpathSync(file)).find((file) => file.endsWith("npm-cli.js"));
  if (program) return program;
  throw new Failure(
    "npm is not installed beside Node.",
    "Install npm (it comes with Node from https://nodejs.org), and run the command again.",
  );
}

/** Whether npm's own record of what it installed has every package of the lockfile: somebody ran `npm ci` by hand. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
    const present = JSON.parse(readFileSync(inModules(".package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(
      ([where, { version, integrity, optional }]) =>
        where === "" || (present[where] ? present[where].version === version && present[where].integrity === integrity : optional),
    );
  } catch {
    return false; // no record, or half of one: install
  }
}

export async function installDependencies() {
  const hash = lockHash();
  if (readStamp(lockStamp) === hash) return "unchanged";
  if (isInstalled()) {
    writeStamp(lockStamp, hash);
    return "unchanged";
  }
  // Development packages too, whatever NODE_ENV says: the production build needs types, `npm test` the rest.
  await runNode([npmProgram(), "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    env: { ...process.env, ...withoutDownloads },
    failure: [
      "The packages could not be installed.",
      "See npm's message above. It needs the npm registry, or a cache that has the packages.",
    ],
  });
  writeStamp(lockStamp, hash);
  return "installed";
}

/** Prisma asks for an engine it does not use here; any executable file keeps it from fetching one. */
export const withoutDownloads = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
  NEXT_TELEMETRY_DISABLED: "1",
};

export async function generateClient() {
  const prisma = JSON.parse(readFileSync(inModules("prisma/package.json"), "utf8")).version;
  const hash = hashOf(root, ["prisma/schema.prisma", "prisma.config.ts"], [prisma]);
  const stamp = path.join(root, "generated/.hedgerow-schema-hash");
  if (readStamp(stamp) === hash && existsSync(path.join(root, "generated/prisma/client.ts"))) return "unchanged";
  removeStamp(stamp);
  await runNode([inModules("prisma/build/index.js"), "generate"], {
    env: { ...process.env, ...withoutDownloads },
    failure: ["The Prisma client could not be generated.", "prisma/schema.prisma is wrong where the message above points."],
  });
  writeStamp(stamp, hash);
  return "generated";
}
