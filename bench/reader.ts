import "server-only";
import { registerPerson } from "../lib/people/commands";
import { database } from "../lib/platform/db";
import { type BenchArticle, type BenchSize, storeBenchArticle, storeFrameworksAndPeople } from "./articles";
import { withBenchDatabase } from "./database";
import { benchPageQuery } from "./page-query";
import { benchActions } from "./reader-actions";
import { benchHighlights } from "./reader-browser";
import { benchReadingPage } from "./reading-page";
import { withServer } from "./server";

const SIZES: BenchSize[] = [10_000, 100_000].flatMap((words) => [0, 100, 1000, 10_000].map((annotations) => ({ words, annotations })));

/** The reading page and its query, in a database of the bench's own. */
export async function benchReader(): Promise<void> {
  const serverUrl = process.env.DATABASE_URL;
  if (!serverUrl) throw new Error("DATABASE_URL is not set: run `npm run bench`, which finds or starts a database");
  await withBenchDatabase(serverUrl, async (databaseUrl) => {
    // The settings are read at first use, which is after this.
    process.env.DATABASE_URL = databaseUrl;
    process.env.HEDGEROW_ORIGIN ??= "http://localhost:3000";
    process.env.NEXTAUTH_SECRET ??= "only-for-the-bench-only-for-the-bench";
    try {
      const kept = await storeFrameworksAndPeople();
      const account = { email: "reader@example.org", passphrase: "only for the bench, and long" };
      await registerPerson({ displayName: "Bench reader", email: account.email, passphrase: account.passphrase });
      const articles: BenchArticle[] = [];
      for (const [seed, size] of SIZES.entries()) articles.push(await storeBenchArticle(size, kept, seed + 1));
      await database().$executeRaw`ANALYZE`;
      await benchPageQuery(articles);
      await withServer(databaseUrl, async (origin) => {
        await benchReadingPage(articles, origin);
        await benchHighlights(articles, origin);
        await benchActions(articles, origin, account);
      });
    } finally {
      await database().$disconnect();
    }
  });
}
