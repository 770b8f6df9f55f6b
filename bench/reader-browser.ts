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
/** A difference between two medians that is smaller says nothing. */
const MEASURABLE_MS = 5;

type Pages = Record<string, string>;

/** The reading page in a browser: what highlights cost beyond the page without them, beside peers and the floor. */
export async function benchHighlights(articles: readonly BenchArticle[], origin: string): Promise<void> {
  await inBrowser(async (browser) => {
    const rows: string[][] = [];
    for (const words of new Set(articles.map((article) => article.words))) {
      const sized = articles.filter((article) => article.words === words);
      const pages: Pages = {};
      for (const article of sized) Object.assign(pages, await pagesOf(article, origin));
      const { recogito, quick } = apart(pages);
      const time = await servedStatically(pages, async (address) => {
        // In rounds, so that whatever else the machine does falls on all of them alike; the first round warms up.
        await timesToPaint(browser, quick.map(address), 1);
        return new Map([
          ...zip(quick, await timesToPaint(browser, quick.map(address), RUNS)),
          ...zip(recogito, await timesToPaint(browser, recogito.map(address), RUNS)),
        ]);
      });
      const beyond = (name: string, base: string) => (time.get(name) ?? Number.NaN) - (time.get(base) ?? Number.NaN);
      for (const { annotations } of sized.filter((article) => article.annotations > 0)) {
        const floor = beyond(`floor-${annotations}`, "plain-0");
        const ours = beyond(`ours-${annotations}`, "ours-0");
        const peer = beyond(`recogito-${annotations}`, "plain-0");
        rows.push([
          `${words} words, ${annotations} annotations`,
          milliseconds(floor),
          milliseconds(ours),
          floor >= MEASURABLE_MS ? ratio(ours, floor) : "–",
          milliseconds(peer),
          ratio(peer, ours),
        ]);
      }
    }
    printTable(
      `Highlights on screen, beyond the same page without annotations (parse and first paint, median of ${RUNS})`,
      ["", "bare CSS highlights (floor)", "ours", "to the floor", "@recogito/text-annotator", "ours is faster"],
      rows,
    );
  });
}

async function pagesOf(article: BenchArticle, origin: string): Promise<Pages> {
  const { annotations, slug } = article;
  const html = await (await fetch(`${origin}/articles/${slug}`)).text();
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((found) => new URL(found[1] ?? "", origin).href);
  const { plain, floor, recogito } = await peerPages(article, styles);
  const ours = { [`ours-${annotations}`]: withoutScripts(html, origin) };
  if (annotations === 0) return { ...ours, [`plain-${annotations}`]: plain };
  return { ...ours, [`floor-${annotations}`]: floor, [`recogito-${annotations}`]: recogito };
}

function apart(pages: Pages): { recogito: string[]; quick: string[] } {
  const names = Object.keys(pages);
  const isPeer = (name: string) => name.startsWith("recogito");
  return { recogito: names.filter(isPeer), quick: names.filter((name) => !isPeer(name)) };
}

function zip(names: readonly string[], values: readonly number[]): [string, number][] {
  return names.map((name, index) => [name, values[index] ?? Number.NaN]);
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

/** The median time to paint of each address, measured in rounds. */
async function timesToPaint(browser: Browser, addresses: readonly string[], rounds: number): Promise<number[]> {
  const measured = new Map<string, number[]>(addresses.map((address) => [address, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [address, times] of measured) if ((times.at(-1) ?? 0) <= TOO_LONG_MS) times.push(await timeToPaint(browser, address));
  }
  return [...measured.values()].map((times) => median(times.sort((a, b) => a - b)));
}

async function timeToPaint(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(address, { waitUntil: "commit" });
    const painted = page.waitForFunction(() => Reflect.get(window, "painted"), undefined, { timeout: GIVEN_UP_MS });
    return await painted.then(
      async (handle) => Number(await handle.jsonValue()),
      () => GIVEN_UP_MS,
    );
  } finally {
    await page.close();
  }
}
