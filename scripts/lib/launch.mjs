// @ts-check
// From a bare clone to pages that answer, and orderly back. Every step looks whether there is anything to do.
import path from "node:path";
import { startEmbedded } from "../embedded-postgres.mjs";
import { buildWhenStale } from "./build.mjs";
import { loadContent, migrateDatabase } from "./database.mjs";
import { choosePagesPort, ownDatabaseUrl, pagesHost, readSettingsFile, serverEnv } from "./environment.mjs";
import { Failure, report } from "./failure.mjs";
import { holdLock } from "./lock.mjs";
import { startNext } from "./next-server.mjs";
import { dataFolder } from "./paths.mjs";
import { generateClient, installDependencies } from "./prepare.mjs";
import { step } from "./progress.mjs";
import { stopRunning } from "./run.mjs";
import { openSettings } from "./settings.mjs";
import { listenForStop } from "./stop.mjs";

/** @typedef {(options: { force: boolean }) => void | Promise<void>} Stop */

/** @param {"start" | "dev"} mode */
export async function launch(mode) {
  process.stdout.on("error", () => {}); // whoever read our lines is gone (`npm start | head`); go on without
  /** What was started, in order: stopped the other way round. @type {Stop[]} */
  const started = [];
  const stopping = listenForStop({
    onFirst: stopRunning,
    onSecond: () => Promise.all(started.map((stop) => stop({ force: true }))),
  });

  let code = 0;
  try {
    await run(mode, started, stopping);
  } catch (error) {
    // A step that was broken off by a stop fails too; that is nothing to report.
    if (!stopping.wasRequested()) {
      report(error);
      code = 1;
    }
  }
  for (const stop of started.reverse()) await stop({ force: false });
  if (stopping.wasRequested()) console.log("\nStopped.");
  process.exit(code);
}

/**
 * Comes to its end when somebody asks for it, and fails when it cannot go on.
 * @param {"start" | "dev"} mode
 * @param {Stop[]} started
 * @param {import("./stop.mjs").Stopping} stopping
 */
async function run(mode, started, stopping) {
  readSettingsFile();
  const folder = dataFolder();
  const go = async (/** @type {string} */ name, /** @type {Parameters<typeof step>[1]} */ work) => {
    stopping.check();
    await step(name, work);
  };

  /** @type {import("./lock.mjs").Holder} */
  const self = { pid: process.pid, address: null, databasePort: null };
  started.push(await holdLock(folder, self));
  const ownUrl = ownDatabaseUrl();
  const host = pagesHost();
  // Now, so that a port which was asked for and is taken is told at once; again below, since much may happen until then.
  const port = await choosePagesPort(host);
  await go("packages", installDependencies);
  await go("Prisma client", generateClient);

  let url = ownUrl ?? "";
  const lost = promiseOfFailure();
  if (!ownUrl)
    await go("database", async () => {
      const onRestart = (/** @type {string} */ message) => console.log(`! ${message}`);
      const embedded = await startEmbedded({ dataFolder: folder, onRestart, onGivingUp: lost.fail });
      started.push(embedded.stop);
      self.databasePort = embedded.port;
      url = embedded.url;
      return embedded.remark;
    });
  await go("migrations", () => migrateDatabase(url));

  const envAt = (/** @type {number} */ at) => serverEnv({ url, embedded: !ownUrl, port: at, secret: openSettings(folder).authSecret });
  let env = envAt(port);
  await go("content", () => loadContent(env));
  if (mode === "start") await go("build", () => buildWhenStale(env));

  await go("server", async () => {
    const free = await choosePagesPort(host);
    env = envAt(free);
    const server = startNext({ mode, host, port: free, env, logFile: path.join(folder, "server.log") });
    started.push(server.stop);
    server.ended.then((reason) => lost.fail(new Failure(`The server ended (${reason}).`, "See its last lines above.", server.lastLines())));
    await Promise.race([server.ready(), lost.promise, stopping.requested]);
  });
  stopping.check();
  self.address = env.HEDGEROW_ORIGIN ?? null;
  console.log(`\nHedgerow is at ${self.address}\nStop it with Ctrl-C.`);
  await Promise.race([lost.promise, stopping.requested]);
}

/** @returns {{ promise: Promise<never>, fail: (failure: Failure) => void }} */
function promiseOfFailure() {
  /** @type {(failure: Failure) => void} */
  let fail = () => {};
  /** @type {Promise<never>} */
  const promise = new Promise((_, reject) => {
    fail = reject;
  });
  promise.catch(() => {}); // it may fail before anybody waits for it
  return { promise, fail };
}
