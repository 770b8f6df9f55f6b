import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 3100);

export default defineConfig({
  testDir: "e2e",
  // One browser and one server share the machine with PostgreSQL.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: "chromium",
    locale: "en-GB",
    reducedMotion: "reduce",
    trace: "retain-on-failure",
    launchOptions: {
      // `npm test -- browser` finds a browser and says where; without, Playwright looks for its own.
      executablePath: process.env.CHROME_PATH || undefined,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    // exec: without a shell in between, the server sees when Playwright is gone.
    command: "exec node scripts/e2e-server.mjs",
    env: { PORT: String(port) },
    url: `http://localhost:${port}/api/health`,
    reuseExistingServer: false,
    // Building the pages may be part of it.
    timeout: 10 * 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "pipe",
  },
});
