import { gzipSync } from "node:zlib";
import type { BenchArticle } from "./articles";
import { kilobytes, median, milliseconds, printTable, ratio, times } from "./measure";

const AT_ONCE = 8;
const SECONDS = 4;

/**
 * Time to first byte, bytes, and requests per second of the reading page. The floor of the time is the health answer of the same server
 * (one trip to the database, no page); the floor of the script is what the not-found page loads; the floor of an article's bytes is the
 * same article without annotations.
 */
export async function benchReadingPage(articles: readonly BenchArticle[], origin: string): Promise<void> {
  const floor = median(await times(() => firstByte(`${origin}/api/health`)));
  const base = await loadOf(`${origin}/nothing-here`);
  const rows = [
    ["health (floor)", milliseconds(floor), "1.0 ×", "", "", String(await perSecond(`${origin}/api/health`)), "", ""],
    ["not-found page (floor of script)", "", "", kilobytes(base.html), "", "", kilobytes(base.script), "0.0 kB"],
  ];
  const plain = new Map<number, number>();
  for (const { slug, words, annotations } of articles) {
    const address = `${origin}/articles/${slug}`;
    const time = median(await times(() => firstByte(address), 7, 2));
    const load = await loadOf(address);
    if (annotations === 0) plain.set(words, load.html);
    const each = annotations === 0 ? "" : `${((load.html - (plain.get(words) ?? 0)) / annotations).toFixed(0)} B`;
    rows.push([
      `${words} words, ${annotations} annotations`,
      milliseconds(time),
      ratio(time, floor),
      kilobytes(load.html),
      each,
      String(await perSecond(address)),
      kilobytes(load.script),
      kilobytes(load.script - base.script),
    ]);
  }
  printTable(`The reading page from one process (median of 7; bytes gzipped; ${AT_ONCE} readers at once for ${SECONDS} s)`, HEADER, rows);
}

const HEADER = ["", "first byte", "ratio", "HTML", "per annotation", "requests/s", "script", "ours"];

/** Resolves when the first bytes of the body are there; the rest is let go. */
export async function firstByte(address: string): Promise<void> {
  const answer = await fetch(address);
  const reader = answer.body?.getReader();
  await reader?.read();
  await reader?.cancel();
}

/** Whole answers in a second, with several readers who each ask again as soon as they have theirs. */
async function perSecond(address: string): Promise<string> {
  const end = performance.now() + SECONDS * 1000;
  let answers = 0;
  const read = async () => {
    while (performance.now() < end) {
      await (await fetch(address)).arrayBuffer();
      answers++;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, read));
  return (answers / ((performance.now() - start) / 1000)).toFixed(1);
}

/** Gzipped bytes of the page, and of every script that its HTML loads. */
async function loadOf(address: string): Promise<{ html: number; script: number }> {
  const html = await (await fetch(address)).text();
  const sources = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((found) => found[1] ?? ""));
  let script = 0;
  for (const source of sources) script += gzipSync(await (await fetch(new URL(source, address))).text()).length;
  return { html: gzipSync(html).length, script };
}
