import "server-only";
import { gzipSync } from "node:zlib";
import { database } from "../lib/platform/db";
import { anonymous } from "../lib/policy/viewer";
import { getThread } from "../lib/threads/queries";
import { storeBenchArticle, storeFrameworksAndPeople } from "./articles";
import { withBenchDatabase } from "./database";
import { kilobytes, median, milliseconds, printTable, ratio, times } from "./measure";
import { random } from "./random";
import { firstByte } from "./reading-page";
import { withServer } from "./server";

const SIZES = [50, 5000];

type Discussed = { replies: number; slug: string; articleId: string };

/** What thousands of replies under one article cost who reads them. */
export async function benchDiscussion(): Promise<void> {
  const serverUrl = process.env.DATABASE_URL;
  if (!serverUrl) throw new Error("DATABASE_URL is not set: run `npm run bench`, which finds or starts a database");
  await withBenchDatabase(serverUrl, async (databaseUrl) => {
    process.env.DATABASE_URL = databaseUrl;
    process.env.HEDGEROW_ORIGIN ??= "http://localhost:3000";
    process.env.NEXTAUTH_SECRET ??= "only-for-the-bench-only-for-the-bench";
    try {
      const kept = await storeFrameworksAndPeople();
      const discussed: Discussed[] = [];
      for (const [seed, replies] of SIZES.entries()) {
        const { slug } = await storeBenchArticle({ words: 1000, annotations: 0 }, kept, seed + 1);
        discussed.push(await discuss(slug, replies, kept.personIds));
      }
      await database().$executeRaw`ANALYZE`;
      await benchQuery(discussed);
      await withServer(databaseUrl, async (origin) => {
        await benchPage(discussed, origin);
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
