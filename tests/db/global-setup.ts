import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { migrateDatabase } from "../../scripts/lib/database.mjs";
import { root } from "../../scripts/lib/paths.mjs";

/**
 * A database for the tests alone: a PostgreSQL in a temporary folder, or the one of TEST_DATABASE_URL, which the
 * tests empty. Files run one after the other, so one database is enough.
 */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.NEXTAUTH_SECRET ??= "only for tests, only for tests, only for tests";
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    await use(given);
    return async () => {};
  }
  const server = fork(path.join(root, "scripts/test-database.mjs"));
  const ended = once(server, "exit");
  const answer = await Promise.race([once(server, "message"), ended.then(() => null)]);
  if (answer === null) throw new Error("The PostgreSQL for the tests did not start; its message is above.");
  await use((answer[0] as { url: string }).url);
  return async () => {
    server.disconnect();
    await ended;
  };
}

/** The workers take their environment from this process. */
async function use(url: string): Promise<void> {
  await migrateDatabase(url);
  process.env.DATABASE_URL = url;
}
