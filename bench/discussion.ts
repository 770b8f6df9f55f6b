import "server-only";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { registerPerson } from "../lib/people/commands";
import { database } from "../lib/platform/db";
import { anonymous } from "../lib/policy/viewer";
import { getThread } from "../lib/threads/queries";
import { storeBenchArticle, storeFrameworksAndPeople } from "./articles";
import { withBenchDatabase } from "./database";
import { kilobytes, median, milliseconds, printTable, ratio, times } from "./measure";
import { random } from "./random";
import { type Account, signedIn } from "./reader-actions";
import { inBrowser } from "./reader-browser";
import { firstByte } from "./reading-page";
import { withServer } from "./server";

const SIZES = [50, 5000];
const RUNS = 5;

type Discussed = { replies: number; slug: string; articleId: string };

/** What thousands of replies under one article cost who reads them, and who answers. */
export async function benchDiscussion(): Promise<void> {
  const serverUrl = process.env.DATABASE_URL;
  if (!serverUrl) throw new Error("DATABASE_URL is not set: run `npm run bench`, which finds or starts a database");
  await withBenchDatabase(serverUrl, async (databaseUrl) => {
    process.env.DATABASE_URL = databaseUrl;
    process.env.HEDGEROW_ORIGIN ??= "http://localhost:3000";
    process.env.NEXTAUTH_SECRET ??= "only-for-the-bench-only-for-the-bench";
    try {
      const kept = await storeFrameworksAndPeople();
      const account = { email: "reader@example.org", passphrase: "only for the bench, and long" };
      await registerPerson({ displayName: "Bench reader", ...account });
      const discussed: Discussed[] = [];
      for (const [seed, replies] of SIZES.entries()) {
        const { slug } = await storeBenchArticle({ words: 1000, annotations: 0 }, kept, seed + 1);
        discussed.push(await discuss(slug, replies, kept.personIds));
      }
      await database().$executeRaw`ANALYZE`;
      await benchQuery(discussed);
      await withServer(databaseUrl, async (origin) => {
        await benchPage(discussed, origin);
        await benchAnswering(discussed, origin, account);
      });
    } finally {
      await database().$disconnect();
    }
  });
}

/** Replies by SQL, each to any of those before or, one in five, to the article; half of what an answer answers is recent. */
async function discuss(slug: string, replies: number, personIds: readonly string[]): Promise<Discussed> {
  const next = random(replies);
  const { id: articleId } = await database().article.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const { id: threadId } = await database().thread.create({ data: { articleId, position: 0 }, select: { id: true } });
  const parents = Array.from({ length: replies }, (_, index) => {
    if (index === 0 || next() < 0.2) return null;
    return next() < 0.5 ? index - 1 - Math.floor(next() * Math.min(index, 10)) : Math.floor(next() * index);
  });
  await database().comment.createMany({
    data: parents.map((parentPosition, position) => ({
      ...{ threadId, position, parentPosition, personId: personIds[position % personIds.length] ?? "" },
      text: `Reply ${position}: the **alliance** is what the passage says it is, and a hedge is a price. 同盟の値段。\n\n> a seat at the table\n\nSo be it.`,
      createdAt: new Date(Date.now() - (replies - position) * 60_000),
    })),
  });
  return { replies, slug, articleId };
}

async function benchQuery(discussed: readonly Discussed[]): Promise<void> {
  const rows: string[][] = [];
  for (const { replies, slug, articleId } of discussed) {
    const subject = { kind: "article", id: articleId } as const;
    const floor = median(
      await times(
        () => database().$queryRaw`SELECT c.* FROM comment c JOIN thread t ON t.id = c.thread_id WHERE t.article_id = ${articleId}::uuid`,
      ),
    );
    const ours = median(await times(() => getThread(anonymous, { slug, subject })));
    rows.push([`${replies} replies`, milliseconds(ours), milliseconds(floor), ratio(ours, floor)]);
  }
  printTable("The first stretch of a thread, put in order (floor: all its rows by plain SQL)", ["", "ours", "floor", "ratio"], rows);
}

async function benchPage(discussed: readonly Discussed[], origin: string): Promise<void> {
  const floor = median(await times(() => firstByte(`${origin}/api/health`)));
  const rows = [["health (floor)", milliseconds(floor), "1.0 ×", ""]];
  for (const { replies, slug } of discussed) {
    const address = `${origin}/articles/${slug}/discussion`;
    const time = median(await times(() => firstByte(address), 7, 2));
    const html = gzipSync(await (await fetch(address)).text()).length;
    rows.push([`${replies} replies`, milliseconds(time), ratio(time, floor), kilobytes(html)]);
  }
  printTable("The discussion's page from one process (median of 7; bytes gzipped)", ["", "first byte", "ratio", "HTML"], rows);
}

/** Answering in a thread of which all is loaded. The floor is the same in the short thread. */
async function benchAnswering(discussed: readonly Discussed[], origin: string, account: Account): Promise<void> {
  await inBrowser(async (browser) => {
    const context = await signedIn(browser, origin, account);
    const rows: string[][] = [];
    let floor = Number.NaN;
    for (const { replies, slug } of discussed) {
      const page = await context.newPage();
      await page.goto(`${origin}/articles/${slug}/discussion`);
      const field = page.getByRole("textbox", { name: "Your comment" });
      await field.waitFor();
      const more = page.getByRole("button", { name: /^Go on reading/ }).or(page.getByRole("link", { name: /^Go on reading/ }));
      while (await more.count()) {
        const before = await page.locator("article.reply").count();
        await more.first().click();
        await page.waitForFunction((count) => document.querySelectorAll("article.reply").length > count, before);
      }
      const loaded = await page.locator("article.reply").count();
      const { shown, longest } = await answering(page);
      if (Number.isNaN(floor)) floor = shown;
      rows.push([`${replies} replies, ${loaded} loaded`, milliseconds(shown), ratio(shown, floor), milliseconds(longest)]);
      await page.close();
    }
    const title = `Answering (median of ${RUNS}, from key press to painted; floor: the first row)`;
    printTable(title, ["", "shown after", "ratio", "longest task"], rows);
  });
}

async function answering(page: Page): Promise<{ shown: number; longest: number }> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ["longtask"],
    });
  });
  const shown: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const words = `Answer ${run} of the bench`;
    await page.getByRole("textbox", { name: "Your comment" }).fill(words);
    shown.push(
      await page.evaluate(
        (words) =>
          new Promise<number>((resolve) => {
            const start = performance.now();
            const watch = new MutationObserver(() => {
              if (![...document.querySelectorAll("article.reply")].some((comment) => comment.textContent?.includes(words))) return;
              watch.disconnect();
              requestAnimationFrame(() => resolve(performance.now() - start));
            });
            watch.observe(document.body, { childList: true, subtree: true });
            document.activeElement?.dispatchEvent(
              new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }),
            );
          }),
        words,
      ),
    );
    await page.getByRole("article").filter({ hasText: words }).getByRole("button", { name: /^Edit/ }).waitFor();
  }
  const longest = await page.evaluate(() => {
    const tasks: unknown = Reflect.get(window, "tasks");
    return Array.isArray(tasks) ? Math.max(0, ...tasks.map(Number)) : Number.NaN;
  });
  return { shown: median(shown.sort((a, b) => a - b)), longest };
}
