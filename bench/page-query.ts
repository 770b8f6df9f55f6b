import { getReadingPage } from "../lib/articles/queries";
import { database } from "../lib/platform/db";
import { anonymous } from "../lib/policy/viewer";
import type { BenchArticle } from "./articles";
import { median, milliseconds, printTable, ratio, times } from "./measure";

/** The reading page's query beside its floor: the same rows, read by plain SQL in as few statements. */
export async function benchPageQuery(articles: readonly BenchArticle[]): Promise<void> {
  const rows: string[][] = [];
  for (const article of articles) {
    const floor = median(await times(() => readRaw(article), 11, 3));
    const page = median(await times(() => getReadingPage(anonymous, article.slug), 11, 3));
    rows.push([`${article.words} words, ${article.annotations} annotations`, milliseconds(floor), milliseconds(page), ratio(page, floor)]);
  }
  printTable("The reading page's query (median of 11)", ["", "raw SQL (floor)", "query", "ratio"], rows);
}

async function readRaw({ slug, articleId, revisionId }: BenchArticle): Promise<void> {
  const db = database();
  await db.$queryRaw`SELECT a.*, r.id AS revision_id, r.text FROM article a JOIN revision r ON r.article_id = a.id WHERE a.slug = ${slug}`;
  await Promise.all([
    db.$queryRaw`SELECT name, person_id FROM byline WHERE article_id = ${articleId}::uuid ORDER BY position`,
    db.$queryRaw`SELECT id, kind::text, level, number, start, "end" FROM block WHERE revision_id = ${revisionId}::uuid ORDER BY position`,
    db.$queryRaw`SELECT kind::text, start, "end", href FROM format_range WHERE revision_id = ${revisionId}::uuid ORDER BY start`,
    db.$queryRaw`SELECT f.id, f.slug, f.sign, f.hue, f.definition, l.kind::text, l.language, l.text
      FROM framework f JOIN framework_label l ON l.framework_id = f.id ORDER BY f.position`,
    db.$queryRaw`SELECT c.id, c.number, c.statement, p.start, p."end" FROM claim c JOIN passage p ON p.root_id = c.passage_id WHERE p.revision_id = ${revisionId}::uuid`,
    db.$queryRaw`SELECT t.id, c.* FROM thread t JOIN comment c ON c.thread_id = t.id WHERE t.article_id = ${articleId}::uuid`,
    db.$queryRaw`SELECT a.id, a.note, a.audience::text, a.version, a.created_at, a.edited_at, a.person_id, w.display_name, p.start, p."end",
        t.framework_id, t.stance::text
      FROM passage p JOIN annotation a ON a.passage_id = p.root_id JOIN person w ON w.id = a.person_id JOIN framework_tag t ON t.annotation_id = a.id
      WHERE p.revision_id = ${revisionId}::uuid AND a.deleted_at IS NULL AND a.audience = 'everyone' ORDER BY p.start, p."end" DESC`,
  ]);
}
