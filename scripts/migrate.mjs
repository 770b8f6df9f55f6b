// @ts-check
// npm run migrate: applies prisma/migrations to the database. npm run migration:diff: the SQL that is missing.
import { pathToFileURL } from "node:url";
import { filters, readMigrations, readSchema, withSchemaEngine } from "./lib/schema-engine.mjs";

/**
 * Applies what the database has not had yet, as `prisma migrate deploy` does, in Prisma's own table of them.
 * @param {string} connectionString
 * @param {{ migrations?: string }} [options] another folder of migrations
 * @returns {Promise<string[]>} the names of those that were applied now
 */
export async function migrate(connectionString, { migrations } = {}) {
  const migrationsList = await readMigrations(migrations);
  return withSchemaEngine(connectionString, async (engine) => {
    try {
      return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
    } catch (error) {
      await forgetFailed(engine, migrationsList).catch(() => {}); // the first error is the one to tell
      throw error;
    }
  });
}

/**
 * A script is applied whole or not at all, so a failed one left nothing behind: once mended it may be tried again,
 * without `prisma migrate resolve`.
 * @param {any} engine
 * @param {unknown} migrationsList
 */
async function forgetFailed(engine, migrationsList) {
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
}

/**
 * The SQL that leads from the migrations to prisma/schema.prisma. Tries the migrations on a database of its own,
 * which it makes and removes again.
 * @param {string} connectionString
 * @returns {Promise<string>}
 */
export async function migrationDiff(connectionString) {
  const migrationsList = await readMigrations();
  const from = migrationsList.migrationDirectories.length > 0 ? { tag: "migrations", ...migrationsList } : { tag: "empty" };
  const to = { tag: "schemaDatamodel", ...(await readSchema()) };
  return withSchemaEngine(connectionString, async (engine) => {
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters });
    return stdout ?? "";
  });
}

async function main() {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; `npm run migrate` finds the embedded database too.");
  if (process.argv.includes("--diff")) return console.log(await migrationDiff(url));
  const applied = await migrate(url);
  console.log(applied.length === 0 ? "up to date" : `${applied.length} applied`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main().catch((error) => {
    console.error(error.message); // the engine's and PostgreSQL's are sentences; whoever started this says what to do
    process.exitCode = 1;
  });
}
