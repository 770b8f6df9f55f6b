import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@playwright/test";
import { startEmbedded } from "../scripts/embedded-postgres.mjs";
import { choosePort } from "../scripts/lib/ports.mjs";
import { makeTemporaryFolder, removeFolder } from "../scripts/lib/temporary.mjs";
import { migrate } from "../scripts/migrate.mjs";

/** A server and a database of this test's own, since it takes the database away. */
test("while the database is away pages say so and health answers 503; when it is back so are they, without a restart", async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const folder = makeTemporaryFolder("e2e-faults");
  let database = await startEmbedded({ dataFolder: folder });
  const address = database.url;
  await migrate(address);
  const origin = `http://localhost:${await choosePort([])}`;
  const server = startServer(origin, address);
  const health = async () => (await request.get(`${origin}/api/health`, { failOnStatusCode: false }).catch(() => null))?.status();
  try {
    await expect.poll(health, { timeout: 60_000 }).toBe(200);
    await page.goto(origin);
    await expect(page.getByRole("heading", { name: "Nothing to read yet" })).toBeVisible();

    await database.stop();
    await expect.poll(health).toBe(503);
    await page.goto(origin);
    await expect(page.getByRole("heading", { name: "The shelves are out of reach" })).toBeVisible();
    await expect(page.getByText("nothing was lost or changed", { exact: false })).toBeVisible();

    database = await startEmbedded({ dataFolder: folder });
    expect(database.url).toBe(address);
    await expect.poll(health).toBe(200);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { name: "Nothing to read yet" })).toBeVisible();
  } finally {
    server.kill("SIGKILL");
    await once(server, "exit");
    await database.stop();
    removeFolder(folder);
  }
});

test("a wrong setting stops the start and names the variable", async () => {
  const server = startServer(`http://localhost:${await choosePort([])}`, "mysql://nowhere", ["ignore", "pipe", "pipe"]);
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(server, "exit");
  expect(code).not.toBe(0);
  expect(said).toContain("DATABASE_URL");
  expect(said).toContain("postgresql://");
});

function startServer(origin: string, databaseUrl: string, stdio: ("ignore" | "pipe")[] = ["ignore", "ignore", "ignore"]): ChildProcess {
  return spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", new URL(origin).port], {
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", DATABASE_URL: databaseUrl, HEDGEROW_ORIGIN: origin, NEXTAUTH_URL: origin },
      NEXTAUTH_SECRET: "only-for-this-test-only-for-this-test",
    },
    stdio,
  });
}
