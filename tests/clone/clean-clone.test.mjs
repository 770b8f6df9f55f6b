// @ts-check
// The README's promise: a clean clone and `npm start`, and the pages are there; whatever is killed, the data stays.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { connectionString } from "../../scripts/embedded-postgres.mjs";
import { askHolder } from "../../scripts/lib/lock.mjs";
import { root } from "../../scripts/lib/paths.mjs";
import { openSettings } from "../../scripts/lib/settings.mjs";
import { makeTemporaryFolder, removeFolder } from "../../scripts/lib/temporary.mjs";
import { isServerOf, readPidFile } from "../../scripts/postgres/orphan.mjs";

/** Packages, client, database, content and a production build on a slow machine. */
const firstStartMs = 15 * 60_000;
const ready = /Hedgerow is at (http:\S+)/;

const parent = makeTemporaryFolder("clone");
const clone = path.join(parent, "hedgerow");
const data = path.join(clone, ".hedgerow");
const cluster = path.join(data, "postgres");

/** As a person's shell would have it: nothing that this run of the tests, or npm around it, has set. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm_|HEDGEROW_|NEXTAUTH_|NODE_TEST)/.test(name) && !["DATABASE_URL", "PORT", "NODE_ENV"].includes(name),
  ),
);

/** @typedef {{ process: import("node:child_process").ChildProcess, output: () => string, ended: Promise<number | null> }} Started */
/** @type {Set<import("node:child_process").ChildProcess>} */
const started = new Set();

/** @param {string} program @param {string[]} args @returns {Started} */
function start(program, args) {
  const child = spawn(program, args, { cwd: clone, env, stdio: ["ignore", "pipe", "pipe"] });
  started.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
    });
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once("exit", resolve));
  ended.then(() => started.delete(child));
  return { process: child, output: () => output, ended };
}

const npmStart = () => start("npm", ["start"]);
/** Without npm in between, so that the exit code is the launcher's own. */
const launcher = () => start(process.execPath, ["scripts/start.mjs", "start"]);

/** @param {Started} running @returns {Promise<string>} the address it printed */
async function addressOf(running) {
  const deadline = Date.now() + firstStartMs;
  while (Date.now() < deadline) {
    const found = ready.exec(running.output());
    if (found?.[1]) return found[1];
    const code = await Promise.race([running.ended, sleep(200, "running")]);
    assert.equal(code, "running", `it ended:\n${running.output()}`);
  }
  throw new assert.AssertionError({ message: `not ready:\n${running.output()}` });
}

/** @param {string} address */
async function libraryAt(address) {
  const response = await fetch(address);
  assert.equal(response.status, 200);
  assert.match(await response.text(), /<h1[^>]*>\s*(<[^>]*>)*Library/);
}

/** @param {string} statement */
async function query(statement) {
  const { default: pg } = await import("pg");
  const settings = openSettings(data);
  const client = new pg.Client({ connectionString: connectionString(settings.databasePassword, settings.databasePort ?? 0) });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const holder = async () => {
  const found = await askHolder(data);
  assert.ok(found, "nobody holds the lock");
  return found;
};

before(() => {
  const git = ["-c", "safe.directory=*", "clone", "--quiet", "--no-hardlinks", root, clone];
  execFileSync("git", git, { stdio: ["ignore", "inherit", "inherit"] });
  for (const made of ["node_modules", "generated", ".next", ".hedgerow"]) assert.ok(!existsSync(path.join(clone, made)), made);
});

after(async () => {
  const found = await askHolder(data).catch(() => null);
  if (found) process.kill(found.pid, "SIGTERM");
  while (await askHolder(data).catch(() => null)) await sleep(100);
  for (const child of started) child.kill("SIGKILL");
  const note = readPidFile(cluster);
  if (note && isServerOf(note.pid, cluster)) process.kill(note.pid, "SIGQUIT");
  removeFolder(parent);
});

test("npm start in a clean clone leads to the library", async () => {
  const running = npmStart();
  await libraryAt(await addressOf(running));
});

test("a second start says where the first one is", async () => {
  const { address } = await holder();
  const second = launcher();
  assert.equal(await second.ended, 1);
  assert.ok(address && second.output().includes(`already runs from this folder, at ${address}`), second.output());
});

test("a killed PostgreSQL comes back by itself, with the data", async () => {
  await query("CREATE TABLE clone_test AS SELECT 42 AS answer");
  const note = readPidFile(cluster);
  assert.ok(note);
  process.kill(note.pid, "SIGKILL");
  const { address } = await holder();
  const deadline = Date.now() + 120_000;
  const health = () => fetch(`${address}/api/health`).then(({ status }) => status);
  while (readPidFile(cluster)?.pid === note.pid || (await health()) !== 200) {
    assert.ok(Date.now() < deadline, "the health check does not recover");
    await sleep(100);
  }
  assert.deepEqual(await query("SELECT answer FROM clone_test"), [{ answer: 42 }]);
});

test("SIGTERM stops everything", async () => {
  const note = readPidFile(cluster);
  assert.ok(note);
  process.kill((await holder()).pid, "SIGTERM");
  while (await askHolder(data)) await sleep(50);
  assert.ok(!isServerOf(note.pid, cluster), "PostgreSQL still runs");
});

test("the next start does nothing again, and ends with exit code 0", async () => {
  const running = launcher();
  await libraryAt(await addressOf(running));
  for (const step of ["packages", "Prisma client", "content", "build"])
    assert.match(running.output(), new RegExp(`✓ ${step} .*unchanged`), running.output());
  running.process.kill("SIGTERM");
  assert.equal(await running.ended, 0);
});

test("after kill -9 of everything, a start has all the data", async () => {
  const running = launcher();
  const address = await addressOf(running);
  running.process.kill("SIGKILL");
  await running.ended;
  const note = readPidFile(cluster);
  assert.ok(note && isServerOf(note.pid, cluster), "PostgreSQL outlives its launcher");
  process.kill(note.pid, "SIGKILL");
  // The pages end with the launcher, or the port would stay taken.
  const deadline = Date.now() + 30_000;
  const answers = () =>
    fetch(address).then(
      () => true,
      () => false,
    );
  while (await answers()) {
    assert.ok(Date.now() < deadline, "the pages outlive the launcher");
    await sleep(100);
  }
  const again = launcher();
  await libraryAt(await addressOf(again));
  assert.deepEqual(await query("SELECT answer FROM clone_test"), [{ answer: 42 }]);
  again.process.kill("SIGTERM");
  assert.equal(await again.ended, 0);
});

test("a start beside a PostgreSQL that its launcher left running takes it over", async () => {
  const running = launcher();
  await addressOf(running);
  running.process.kill("SIGKILL");
  await running.ended;
  const again = launcher();
  await libraryAt(await addressOf(again));
  assert.match(again.output(), /stopped the one that an earlier start left behind/);
  assert.deepEqual(await query("SELECT answer FROM clone_test"), [{ answer: 42 }]);
  again.process.kill("SIGTERM");
  assert.equal(await again.ended, 0);
});
