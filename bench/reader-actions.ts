import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { BenchArticle } from "./articles";
import { median, milliseconds, printTable } from "./measure";
import { inBrowser } from "./reader-browser";

const RUNS = 5;
const FRAMES = 120;
const PIXELS_A_FRAME = 240;
const POINTS = 400;

export type Account = { email: string; passphrase: string };

/** What reading and tagging cost once the page is alive: adding one more, scrolling, finding what is under the pointer, memory. */
export async function benchActions(articles: readonly BenchArticle[], origin: string, account: Account): Promise<void> {
  await inBrowser(async (browser) => {
    const context = await signedIn(browser, origin, account);
    const heapOf = new Map<number, number>();
    const rows: string[][] = [];
    for (const article of articles) {
      const { words, annotations } = article;
      const page = await context.newPage();
      await page.goto(`${origin}/articles/${article.slug}`);
      await page.locator("[data-enhanced]").waitFor({ timeout: 120_000 });
      const alive = await page.evaluate(() => performance.now());
      const heap = await heapUsed(page);
      if (annotations === 0) heapOf.set(words, heap);
      const each = annotations === 0 ? "" : `${((heap - (heapOf.get(words) ?? 0)) / annotations / 1000).toFixed(1)} kB`;
      const { worst, long } = await scrolling(page);
      const hit = await hitTest(page);
      const added = await addingOne(page);
      await page.close();
      rows.push([
        `${words} words, ${annotations} annotations`,
        milliseconds(alive),
        milliseconds(added),
        milliseconds(worst),
        String(long),
        `${(hit * 1000).toFixed(1)} µs`,
        each,
      ]);
    }
    const title = `Using the page (one more: median of ${RUNS}, from key press to painted; ${FRAMES} frames of ${PIXELS_A_FRAME} px; ${POINTS} points)`;
    printTable(title, ["", "alive after", "one more", "worst frame", "frames over 50 ms", "hit test", "heap per annotation"], rows);
  });
}

async function signedIn(browser: Browser, origin: string, { email, passphrase }: Account): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  // The compiler that runs this file wraps functions in a helper of its own, which a page does not have.
  await context.addInitScript("globalThis.__name = (named) => named");
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Account of/ }).waitFor();
  await page.close();
  return context;
}

/** Bytes of the script's heap after a collection. */
async function heapUsed(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

async function scrolling(page: Page): Promise<{ worst: number; long: number }> {
  const frames = await page.evaluate(
    ([count, by]) =>
      new Promise<number[]>((resolve) => {
        const measured: number[] = [];
        let last = performance.now();
        const step = () => {
          const now = performance.now();
          measured.push(now - last);
          last = now;
          if (measured.length > count) return resolve(measured.slice(1));
          scrollBy({ top: by, behavior: "instant" });
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    [FRAMES, PIXELS_A_FRAME] as const,
  );
  return { worst: Math.max(...frames), long: frames.filter((frame) => frame > 50).length };
}

/** Milliseconds to find the annotations under a point of the window. */
async function hitTest(page: Page): Promise<number> {
  return page.evaluate((points) => {
    let found = 0;
    const start = performance.now();
    for (let index = 0; index < points; index++) {
      const at = document.elementFromPoint((index * 97) % innerWidth, (index * 61) % innerHeight);
      found += at?.closest<HTMLElement>("mark[data-p]")?.dataset.p?.split(" ").length ?? 0;
    }
    const taken = (performance.now() - start) / points;
    return found < 0 ? Number.NaN : taken;
  }, POINTS);
}

async function addingOne(page: Page): Promise<number> {
  const measured: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await selectWords(page, run + 2);
    await page.getByRole("group", { name: "Tag the selected passage" }).waitFor();
    await page.keyboard.press("s");
    const field = page.getByRole("combobox", { name: "Framework" });
    await field.waitFor();
    await field.fill("dual");
    await page.keyboard.press("Enter");
    await page.evaluate((paragraph) => {
      const text = document.querySelector(`#p${paragraph} [data-text]`);
      let pressed = 0;
      addEventListener("keydown", () => (pressed = performance.now()), { capture: true, once: true });
      const watch = new MutationObserver(() => {
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => Reflect.set(window, "added", performance.now() - pressed)));
      });
      Reflect.deleteProperty(window, "added");
      if (text) watch.observe(text, { childList: true, subtree: true });
    }, run + 2);
    await page.keyboard.press("Enter");
    const handle = await page.waitForFunction(() => Reflect.get(window, "added"));
    measured.push(Number(await handle.jsonValue()));
    await page.getByText("Saving…").waitFor({ state: "detached" });
  }
  return median(measured.sort((a, b) => a - b));
}

/** Selects the first words of a paragraph, as a finger or a mouse would have. */
async function selectWords(page: Page, paragraph: number): Promise<void> {
  await page.locator(`#p${paragraph} [data-text]`).evaluate((element) => {
    element.scrollIntoView({ block: "center" });
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const node = walker.nextNode();
    if (!node) return;
    const range = document.createRange();
    range.setStart(node, 0);
    range.setEnd(node, Math.min(9, node.nodeValue?.length ?? 0));
    element.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    element.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
  });
}
