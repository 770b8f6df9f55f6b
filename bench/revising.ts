import "server-only";
import { carry } from "../lib/anchoring/carry";
import { storeArticle } from "../lib/articles/commands";
import { database } from "../lib/platform/db";
import type { Viewer } from "../lib/policy/viewer";
import { createRevision } from "../lib/revisions/commands";
import { type BenchArticle, type BenchSize, storeBenchArticle, storeFrameworksAndPeople } from "./articles";
import { withBenchDatabase } from "./database";
import { milliseconds, printTable, ratio } from "./measure";

const SIZES: BenchSize[] = [
  { words: 10_000, annotations: 100 },
  { words: 10_000, annotations: 1000 },
  { words: 100_000, annotations: 1000 },
  { words: 100_000, annotations: 10_000 },
];

/** Storing a new text of an article with everything that is carried to it, beside its floor: the same text as an article without annotations. */
export async function benchRevising(): Promise<void> {
  const serverUrl = process.env.DATABASE_URL;
  if (!serverUrl) throw new Error("DATABASE_URL is not set: run `npm run bench`, which finds or starts a database");
  await withBenchDatabase(serverUrl, async (databaseUrl) => {
    // The settings are read at first use, which is after this.
    process.env.DATABASE_URL = databaseUrl;
    process.env.HEDGEROW_ORIGIN ??= "http://localhost:3000";
    process.env.NEXTAUTH_SECRET ??= "only-for-the-bench-only-for-the-bench";
    try {
      const kept = await storeFrameworksAndPeople();
      const { id } = await database().person.create({ data: { displayName: "Curator", role: "curator" }, select: { id: true } });
      const curator: Viewer = { kind: "person", personId: id, displayName: "Curator", role: "curator", sessionId: id };
      const rows: string[][] = [];
      for (const [seed, size] of SIZES.entries()) rows.push(await measure(curator, await storeBenchArticle(size, kept, 100 + seed)));
      printTable("A new text of an article (once)", ["", "text alone (floor)", "carrying", "revision in all", "ratio"], rows);
    } finally {
      await database().$disconnect();
    }
  });
}

async function measure(viewer: Viewer, { articleId, revisionId, text, words, annotations, passages }: BenchArticle): Promise<string[]> {
  const draft = revised(text);
  const floor = await timeOf(() => {
    const blocks = draft.blocks.map((block) => ({ ...block, text: `${block.text} Alone.` }));
    return storeArticle({ ...draft, blocks }, { createdById: null, isDemo: false, createdAt: new Date() });
  });
  const carrying = await timeOf(async () => carry(text, draft.blocks.map((block) => block.text).join("\n"), passages));
  const whole = await timeOf(() => createRevision(viewer, { articleId, baseRevisionId: revisionId, draft }));
  return [
    `${words} words, ${annotations} annotations`,
    milliseconds(floor),
    milliseconds(carrying),
    milliseconds(whole),
    ratio(whole, floor),
  ];
}

/** Of every ten paragraphs one is taken out, one has other words, and one is joined to the next. */
function revised(text: string) {
  const texts = text.split("\n");
  const changed = texts.flatMap((paragraph, index) => {
    if (index % 10 === 3) return [];
    if (index % 10 === 5)
      return [paragraph.replace(/\b(\w+) (\w+)\b/g, (all, first) => (all.length % 4 === 0 ? `${first} altogether` : all))];
    if (index % 10 === 7) return [`${paragraph} ${texts[index + 1] ?? ""}`];
    return index % 10 === 8 ? [] : [paragraph];
  });
  const blocks = changed.map((paragraph) => ({ kind: "paragraph" as const, text: paragraph, formats: [] }));
  return { title: "Revised", authors: ["Bench"], language: "en", blocks, comments: [] };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
