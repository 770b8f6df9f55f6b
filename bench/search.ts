import "server-only";
import pg from "pg";
import { database } from "../lib/platform/db";
import { anonymous } from "../lib/policy/viewer";
import { search } from "../lib/search/queries";
import { searchSchema } from "../lib/search/schema";
import { storeBenchArticle, storeFrameworksAndPeople } from "./articles";
import { withBenchDatabase } from "./database";
import { median, milliseconds, printTable, ratio, times } from "./measure";

/** With the paragraphs, the titles and the claims there are, 100,000 things to be found. */
const NOTES = 50_000;
const PARAGRAPHS = 50_000;
const VOCABULARY =
  "alliance hedge bargain autonomy capital trade deterrence leverage partner treaty base policy cabinet export coast island power risk weight signal court doctrine 同盟は 海の étage the of and is";
/** In one of five thousand. */
const RARE = "zeppelin over the harbour of glass 飛行船が来る";

/** Rare and common, in words and in characters, alone and together. */
const QUESTIONS = [
  "zeppelin",
  "harbour of glass",
  "alliance",
  "alliance treaty -coast",
  '"hedge bargain"',
  "飛行船",
  "飛",
  "同盟",
  "同盟 飛行船",
  "zeppelin or 飛行船",
];

/** How long a search takes over 100,000 paragraphs and notes, beside reading through them all for the same words. */
export async function benchSearch(): Promise<void> {
  const serverUrl = process.env.DATABASE_URL;
  if (!serverUrl) throw new Error("DATABASE_URL is not set: run `npm run bench`, which finds or starts a database");
  await withBenchDatabase(serverUrl, async (databaseUrl) => {
    process.env.DATABASE_URL = databaseUrl;
    process.env.HEDGEROW_ORIGIN ??= "http://localhost:3000";
    process.env.NEXTAUTH_SECRET ??= "only-for-the-bench-only-for-the-bench";
    try {
      await fill(databaseUrl);
      const [{ entries } = { entries: 0 }] = await database().$queryRaw<
        { entries: number }[]
      >`SELECT count(*)::int AS entries FROM search_entry`;
      const rows: string[][] = [];
      for (const asked of QUESTIONS) rows.push(await rowOf(asked));
      printTable(
        `Search: the first page of hits among ${entries.toLocaleString("en-GB")} entries`,
        ["question", "hits", "median", "slowest of 20", "reading through all"],
        rows,
      );
    } finally {
      await database().$disconnect();
    }
  });
}

async function rowOf(asked: string): Promise<string[]> {
  const ask = async () => {
    const outcome = await search(anonymous, searchSchema.parse({ q: asked }));
    return outcome.kind === "answered" ? outcome.result : null;
  };
  const result = await ask();
  const measured = await times(ask);
  const word = asked.split(" ").at(-1) ?? asked;
  const through = await times(() => database().$queryRaw`SELECT count(*) FROM search_entry WHERE text ILIKE ${`%${word}%`}`, 3, 1);
  const hits = `${result?.total.hits ?? 0}${result?.total.isMore ? " +" : ""}`;
  return [
    asked,
    hits,
    milliseconds(median(measured)),
    milliseconds(measured.at(-1) ?? Number.NaN),
    ratio(median(through), median(measured)),
  ];
}

/** Rows by SQL: what matters here is what the triggers make of them. Some say what is asked for rarely. */
async function fill(databaseUrl: string): Promise<void> {
  const kept = await storeFrameworksAndPeople();
  const { articleId, revisionId } = await storeBenchArticle({ words: 10_000, annotations: 0 }, kept, 1);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    BEGIN;
    CREATE TEMPORARY TABLE said ON COMMIT DROP AS
      SELECT n, (SELECT string_agg(word, ' ') FROM (
        SELECT w[1 + floor(random() * cardinality(w))::int] AS word
        FROM (SELECT string_to_array('${VOCABULARY}', ' ') AS w) AS words, generate_series(1, 40 + n % 40)
      ) AS drawn) || CASE WHEN n % 5000 = 0 THEN ' ${RARE}' ELSE '' END AS text
      FROM generate_series(1, ${PARAGRAPHS + NOTES}) AS n;
    CREATE TEMPORARY TABLE texts ON COMMIT DROP AS
      SELECT gen_random_uuid() AS article_id, gen_random_uuid() AS revision_id, n % 50 AS part, string_agg(text, E'\\n' ORDER BY n) AS text
      FROM said WHERE n <= ${PARAGRAPHS} GROUP BY n % 50;
    INSERT INTO article (id, slug, title) SELECT article_id, 'many-' || part, 'Many ' || part FROM texts;
    INSERT INTO revision (id, article_id, number, text, length, text_hash)
      SELECT revision_id, article_id, 1, text, utf16_length(text), md5(text) FROM texts;
    INSERT INTO block (id, revision_id, position, kind, number, start, "end")
      SELECT gen_random_uuid(), revision_id, at - 1, 'paragraph', at, before, before + utf16_length(line) FROM (
        SELECT revision_id, at, line, coalesce(sum(utf16_length(line) + 1)
          OVER (PARTITION BY revision_id ORDER BY at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::int AS before
        FROM texts, string_to_table(text, E'\\n') WITH ORDINALITY AS lines(line, at)
      ) AS placed;
    CREATE TEMPORARY TABLE placed ON COMMIT DROP AS
      SELECT n, gen_random_uuid() AS passage_id, gen_random_uuid() AS annotation_id, b.id AS block_id, b.start, b.quote
      FROM generate_series(1, ${NOTES}) AS n
      JOIN (
        SELECT o.id, o.start, utf16_slice(r.text, o.start, o.start + 1) AS quote, row_number() OVER () - 1 AS at, count(*) OVER () AS blocks
        FROM block o JOIN revision r ON r.id = o.revision_id WHERE r.id = '${revisionId}'
      ) b
        ON b.at = n % b.blocks;
    INSERT INTO passage (id, revision_id, block_id, start, "end", quote, prefix, suffix)
      SELECT passage_id, '${revisionId}', block_id, start, start + 1, quote, '', '' FROM placed;
    INSERT INTO annotation (id, article_id, passage_id, person_id, note, request_id)
      SELECT annotation_id, '${articleId}', passage_id, '${kept.personIds[0]}', said.text, gen_random_uuid()
      FROM placed JOIN said ON said.n = ${PARAGRAPHS} + placed.n;
    INSERT INTO framework_tag (annotation_id, framework_id, stance, position)
      SELECT annotation_id, '${kept.frameworkIds[0]}', 'supports', 0 FROM placed;
    COMMIT`);
  await client.query("VACUUM ANALYZE");
  await client.end();
}
