// @ts-check
// node scripts/with-database.mjs [--as-is] COMMAND…: runs a command with a database. Whichever is there is used:
// that of DATABASE_URL, that of the Hedgerow that runs from this folder, else the embedded one, for as long as
// the command takes. The database is brought up to date first, unless --as-is.
import { spawn } from "node:child_process";
import { connectionString, startEmbedded } from "./embedded-postgres.mjs";
import { migrateDatabase } from "./lib/database.mjs";
import { ownDatabaseUrl, readSettingsFile } from "./lib/environment.mjs";
import { Failure, report } from "./lib/failure.mjs";
import { askHolder, holdLock } from "./lib/lock.mjs";
import { checkNodeVersion } from "./lib/node-version.mjs";
import { dataFolder, root } from "./lib/paths.mjs";
import { generateClient, installDependencies, withoutDownloads } from "./lib/prepare.mjs";
import { quietStep } from "./lib/progress.mjs";
import { spawnNode } from "./lib/run.mjs";
import { openSettings } from "./lib/settings.mjs";

const ignore = () => {};

/** @returns {Promise<{ url: string, isMigrated: boolean, stop: () => Promise<void> }>} */
async function findDatabase() {
  const own = ownDatabaseUrl();
  if (own) return { url: own, isMigrated: false, stop: async () => {} };
  const folder = dataFolder();
  const holder = await askHolder(folder);
  if (holder) {
    if (holder.databasePort && holder.address)
      return {
        url: connectionString(openSettings(folder).databasePassword, holder.databasePort),
        isMigrated: true,
        stop: async () => {},
      };
    throw new Failure(
      `The data folder is in use (process ${holder.pid}), but its embedded database cannot be used (yet).`,
      "If Hedgerow is just starting, run this again when it says where it is; if it uses a DATABASE_URL, set the same one here.",
    );
  }
  const release = await holdLock(folder, { pid: process.pid, address: null, databasePort: null });
  const embedded = await startEmbedded({ dataFolder: folder });
  return {
    url: embedded.url,
    isMigrated: false,
    stop: async () => {
      await embedded.stop();
      release();
    },
  };
}

/**
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function runCommand([program = "", ...args], env) {
  const child =
    program === "node"
      ? spawnNode(args, { env, cwd: root, stdio: ["inherit", "inherit", "inherit"] })
      : spawn(program, args, { env, cwd: root, stdio: "inherit" });
  // The terminal's Ctrl-C reaches the command too; we outlive it to stop the database.
  process.on("SIGINT", ignore);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** @param {string[]} args */
async function main(args) {
  const asIs = args[0] === "--as-is";
  const command = asIs ? args.slice(1) : args;
  if (command.length === 0) throw new Failure("No command was given.", "node scripts/with-database.mjs [--as-is] COMMAND…");
  checkNodeVersion();
  readSettingsFile();
  await quietStep("packages", installDependencies);
  await quietStep("Prisma client", generateClient);
  const { url, isMigrated, stop } = await findDatabase();
  try {
    if (!asIs && !isMigrated) await quietStep("migrations", () => migrateDatabase(url));
    const secret = process.env.NEXTAUTH_SECRET || openSettings(dataFolder()).authSecret;
    return await runCommand(command, { ...process.env, ...withoutDownloads, DATABASE_URL: url, NEXTAUTH_SECRET: secret });
  } finally {
    await stop();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  report(error);
  process.exitCode = 1;
}
