import { spawn } from "node:child_process";
import { once } from "node:events";
import { gzipSync } from "node:zlib";
import { choosePort } from "../scripts/lib/ports.mjs";
import type { BenchArticle } from "./articles";
import { kilobytes, median, milliseconds, printTable, ratio, times } from "./measure";

/**
 * Time to first byte and bytes of the reading page on a production server. The floor of the time is the health answer of
 * the same server (one trip to the database, no page); the floor of the script is what the not-found page loads.
 */
export async function benchReadingPage(articles: readonly BenchArticle[], databaseUrl: string): Promise<void> {
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
    const floor = median(await times(() => firstByte(`${origin}/api/health`)));
    const base = await loadOf(`${origin}/nothing-here`);
    const rows = [
      ["health (floor)", milliseconds(floor), "1.0 ×", "", "", ""],
      ["not-found page (floor of script)", "", "", kilobytes(base.html), kilobytes(base.script), "1.0 ×"],
    ];
    for (const { slug, annotations } of articles) {
      const address = `${origin}/articles/${slug}`;
      const time = median(await times(() => firstByte(address)));
      const load = await loadOf(address);
      rows.push([
        `${annotations} annotations`,
        milliseconds(time),
        ratio(time, floor),
        kilobytes(load.html),
        kilobytes(load.script),
        ratio(load.script, base.script),
      ]);
    }
    printTable("The reading page, 6,600 words (median of 20; bytes gzipped)", ["", "first byte", "ratio", "HTML", "script", "ratio"], rows);
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

/** Resolves when the first bytes of the body are there; the rest is let go. */
async function firstByte(address: string): Promise<void> {
  const answer = await fetch(address);
  const reader = answer.body?.getReader();
  await reader?.read();
  await reader?.cancel();
}

/** Gzipped bytes of the page, and of every script that its HTML loads. */
async function loadOf(address: string): Promise<{ html: number; script: number }> {
  const html = await (await fetch(address)).text();
  const sources = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((found) => found[1] ?? ""));
  let script = 0;
  for (const source of sources) script += gzipSync(await (await fetch(new URL(source, address))).text()).length;
  return { html: gzipSync(html).length, script };
}
