// @ts-check

import path from "node:path";
import { root } from "./paths.mjs";
import { withoutDownloads } from "./prepare.mjs";
import { runNode } from "./run.mjs";

/** How our own TypeScript is run: as the server would see it, without a build. */
export const typescript = ["--conditions=react-server", "--import", "tsx"];

/**
 * @param {string} url
 */
export async function migrateDatabase(url) {
  // A program of its own, because the engine's memory would stay with us for as long as we run.
  const output = await runNode([path.join(root, "scripts/migrate.mjs")], {
    env: { ...process.env, ...withoutDownloads, DATABASE_URL: url },
    failure: [
      "The database could not be brought up to date.",
      "See the message above. With a DATABASE_URL of your own: is that PostgreSQL (15 or newer) running, and is the address right?",
    ],
  });
  return output.trim().split("\n").at(-1);
}

/**
 * The taxonomy, and the demo when HEDGEROW_DEMO says so: the program decides itself what is missing.
 * @param {NodeJS.ProcessEnv} env
 */
export async function loadContent(env) {
  const output = await runNode([...typescript, path.join(root, "prisma/seed/load.ts")], {
    env,
    failure: ["The taxonomy and the demo content could not be loaded.", "See the message above; HEDGEROW_DEMO=0 starts without the demo."],
  });
  return output.trim().split("\n").at(-1) || undefined;
}
