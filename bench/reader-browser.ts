import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../scripts/lib/browser.mjs";
import type { BenchArticle } from "./articles";
import { median, milliseconds, printTable, ratio } from "./measure";
import { NOTE_PAINTED, peerPages } from "./peer-pages";

const RUNS = 5;
/** A run of a peer that takes longer than this is not repeated, and one that takes longer than that is not waited for. */
const TOO_LONG_MS = 20_000;
const GIVEN_UP_MS = 240_000;

/** The reading page in a browser: what highlights cost beyond the page without them, beside peers and the floor. */
export async function benchHighlights(articles: readonly BenchArticle[], origin: string): Promise<void> {
  await inBrowser(async (browser) => {
    const rows: string[][] = [];
    const own = new Map<number, number>();
    const bare = new Map<number, number>();
    for (const article of articles) {
      const { words, annotations } = article;
      const html = await (await fetch(`${origin}/articles/${article.slug}`)).text();
      const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((found) => new URL(found[1] ?? "", origin).href);
      const peers = await peerPages(article, styles);
      const pages = { ours: withoutScripts(html, origin), ...peers };
      const time = await servedStatically(pages, async (address) => {
        const painted = (name: keyof typeof pages) => timesToPaint(browser, address(name));
        return {
          ours: await painted("ours"),
          plain: annotations === 0 ? await painted("plain") : undefined,
          floor: annotations === 0 ? undefined : await painted("floor"),
          recogito: annotations === 0 ? undefined : await painted("recogito"),
        };
      });
      if (time.plain !== undefined) {
        own.set(words, time.ours);
        bare.set(words, time.plain);
        continue;
      }
      const floor = (time.floor ?? Number.NaN) - (bare.get(words) ?? Number.NaN);
      const ours = time.ours - (own.get(words) ?? Number.NaN);
      const recogito = (time.recogito ?? Number.NaN) - (bare.get(words) ?? Number.NaN);
      rows.push([
        `${words} words, ${annotations} annotations`,
        milliseconds(floor),
        milliseconds(ours),
        ratio(ours, floor),
        milliseconds(recogito),
        ratio(recogito, ours),
      ]);
    }
    printTable(
      `Highlights on screen, beyond the same page without annotations (parse and first paint, median of ${RUNS})`,
      ["", "bare CSS highlights (floor)", "ours", "to the floor", "@recogito/text-annotator", "ours to it, times faster"],
      rows,
    );
  });
}

export async function inBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--js-flags=--expose-gc"],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Marks are markup: what paints them is the HTML of the text and its styles, whatever margin and scripts do afterwards. */
function withoutScripts(html: string, origin: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link rel="preload" as="script"[^>]*>/g, "")
    .replace("<head>", `<head><base href="${origin}/">`)
    .replace('<aside class="read__margin"', `<script>${NOTE_PAINTED}notePainted();</script><aside class="read__margin"`);
}

async function servedStatically<T>(pages: Record<string, string>, work: (address: (name: string) => string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(pages[request.url?.slice(1) ?? ""] ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await work((name) => `http://127.0.0.1:${port}/${name}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function timesToPaint(browser: Browser, address: string): Promise<number> {
  const measured: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    try {
      await page.goto(address, { waitUntil: "commit" });
      const painted = page.waitForFunction(() => Reflect.get(window, "painted"), undefined, { timeout: GIVEN_UP_MS });
      measured.push(
        await painted.then(
          async (handle) => Number(await handle.jsonValue()),
          () => GIVEN_UP_MS,
        ),
      );
    } finally {
      await page.close();
    }
    if ((measured.at(-1) ?? 0) > TOO_LONG_MS) break;
  }
  return median(measured.sort((a, b) => a - b));
}
