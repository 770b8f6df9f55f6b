import { spawn } from "node:child_process";
import { once } from "node:events";
import { choosePort } from "../scripts/lib/ports.mjs";

/** A production server of the built pages on a database, one process, for as long as the work takes. */
export async function withServer<T>(databaseUrl: string, work: (origin: string) => Promise<T>): Promise<T> {
  const port = await choosePort([]);
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)], {
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", DATABASE_URL: databaseUrl, HEDGEROW_ORIGIN: origin, NEXTAUTH_URL: origin, HEDGEROW_DEMO: "0" },
      NEXTAUTH_SECRET: "only-for-the-bench-only-for-the-bench",
    },
    stdio: "ignore",
  });
  try {
    await untilHealthy(origin);
    return await work(origin);
  } finally {
    server.kill("SIGKILL");
    await once(server, "exit");
  }
}

async function untilHealthy(origin: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await fetch(`${origin}/api/health`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error("the server did not answer within a minute");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
