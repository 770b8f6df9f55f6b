import "server-only";
import { Prisma } from "../../generated/prisma/client";
import { AppError } from "../errors";
import { isStatementTimeout, type Transaction, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";
import { moderates } from "../policy/article";
import { personIdOf, type Viewer } from "../policy/viewer";
import { excerptOf } from "./excerpt";
import { HIGHLIGHT_LENGTH, stretchesOf } from "./highlight";
import { type Count, type Hit, type Kind, kinds, type Outcome } from "./hit";
import { HITS_PER_PAGE, LAST_PAGE, MAX_COUNTED } from "./limits";
import { parseQuestion, type Question, wantedTerms } from "./question";
import type { Search } from "./schema";

const SEARCHES_PER_MINUTE = { count: 60, seconds: 60 };
/** Of all who are not signed in together: they cannot be told apart. */
const ANONYMOUS_SEARCHES_PER_MINUTE = { count: 600, seconds: 60 };
/** A search is wanted now or not at all, and must not keep the database from those who read. */
const TIMEOUT_MS = 4000;
/** Stands in no folded text. */
const MARK = "\u0001";

/**
 * What the viewer can find, best first.
 * @throws AppError "invalid" for a question that is too long, "too-large" for one that took too long, "rate-limited"
 */
export async function search(viewer: Viewer, { q, in: kind, article, page }: Search): Promise<Outcome> {
  const question = parseQuestion(q);
  if (question.length === 0) return { kind: "nothing-asked" };
  const personId = personIdOf(viewer);
  if (personId === null) await countTry("search", ANONYMOUS_SEARCHES_PER_MINUTE);
  else await countTry(`search:${personId}`, SEARCHES_PER_MINUTE);
  try {
    return await transact(async (transaction) => {
      await transaction.$executeRaw`SELECT set_config('statement_timeout', ${String(TIMEOUT_MS)}, true)`;
      const asked = await readByDatabase(transaction, question);
      if (asked === null) return { kind: "too-common" };
      const hits = hitsOf(viewer, asked, article);
      const counts = await countHits(transaction, hits);
      const total = kind === undefined ? sumOf(counts) : counts[kind];
      const rows = await listHits(transaction, asked, kind === undefined ? kinds.map((each) => hits[each]) : [hits[kind]], page);
      const wanted = wantedTerms(question);
      const shown = rows.slice(0, HITS_PER_PAGE).map((row) => hitOf(row, viewer, wanted));
      return { kind: "answered", result: { counts, total, hits: shown, page, hasNext: rows.length > HITS_PER_PAGE && page < LAST_PAGE } };
    });
  } catch (error) {
    if (!isStatementTimeout(error)) throw error;
    throw new AppError("too-large", "This search took too long, so it was stopped. Use rarer words, or search within one article.");
  }
}

/**
 * The question as the database reads it, or null when no index could answer it: it asks for nothing but words that are in every
 * English text, or only says what is not wanted.
 */
async function readByDatabase(transaction: Transaction, question: Question): Promise<string | null> {
  const groups = question.map((terms) => {
    const alternatives = terms.map(({ text, isExcluded }) =>
      isExcluded ? Prisma.sql`!!search_phrase(${text})` : Prisma.sql`search_phrase(${text})`,
    );
    return Prisma.sql`(${Prisma.join(alternatives, " || ")})`;
  });
  const [row] = await transaction.$queryRaw<{ asked: string; lookedUp: string }[]>`
    SELECT q::text AS asked, querytree(q) AS "lookedUp" FROM (SELECT ${Prisma.join(groups, " && ")} AS q) AS question`;
  return row && row.lookedUp !== "" && row.lookedUp !== "T" ? row.asked : null;
}

/** For each kind the entries that the viewer may see and that answer: a query with the columns kind, id, article_id, text, words. */
function hitsOf(viewer: Viewer, asked: string, article: string | undefined): Record<Kind, Prisma.Sql> {
  const personId = personIdOf(viewer);
  const readsAll = moderates(viewer);
  const answers = Prisma.sql`e.words @@ ${asked}::tsquery ${
    article === undefined ? Prisma.empty : Prisma.sql`AND e.article_id = (SELECT id FROM article WHERE slug = ${article})`
  }`;
  const limit = Prisma.sql`LIMIT ${MAX_COUNTED + 1}`;
  return {
    article: Prisma.sql`
      SELECT e.kind, e.article_id AS id, e.article_id, e.text, e.words FROM search_entry e WHERE e.kind = 'article' AND ${answers} ${limit}`,
    paragraph: Prisma.sql`
      SELECT e.kind, e.block_id AS id, e.article_id, e.text, e.words FROM search_entry e WHERE e.kind = 'paragraph' AND ${answers} ${limit}`,
    note: Prisma.sql`
      SELECT e.kind, e.annotation_id AS id, e.article_id, e.text, e.words FROM search_entry e JOIN annotation a ON a.id = e.annotation_id
      WHERE e.kind = 'note' AND ${answers}
        AND a.deleted_at IS NULL AND (a.audience = 'everyone' OR a.person_id = ${personId}::uuid)
        AND NOT words_are_hidden(a.hidden_at, a.person_id, ${personId}::uuid, ${readsAll}) ${limit}`,
    // One that has lost its place in the newest text stands nowhere that it could be read.
    claim: Prisma.sql`
      SELECT e.kind, e.claim_id AS id, e.article_id, e.text, e.words FROM search_entry e JOIN claim c ON c.id = e.claim_id
      WHERE e.kind = 'claim' AND ${answers} AND EXISTS (
        SELECT 1 FROM passage place JOIN revision r ON r.id = place.revision_id WHERE place.root_id = c.passage_id
          AND NOT EXISTS (SELECT 1 FROM revision newer WHERE newer.article_id = r.article_id AND newer.number > r.number)) ${limit}`,
    // A comment is as public as the annotation under which it stands; under a claim and the article, everyone may read it.
    comment: Prisma.sql`
      SELECT e.kind, e.comment_id AS id, e.article_id, e.text, e.words
      FROM search_entry e JOIN comment m ON m.id = e.comment_id JOIN thread t ON t.id = m.thread_id LEFT JOIN annotation a ON a.id = t.annotation_id
      WHERE e.kind = 'comment' AND ${answers} AND m.deleted_at IS NULL
        AND (a.id IS NULL OR (a.deleted_at IS NULL AND (a.audience = 'everyone' OR a.person_id = ${personId}::uuid)))
        AND (m.hidden_at IS NULL OR NOT words_are_hidden(m.hidden_at, comment_writer(m.id), ${personId}::uuid, ${readsAll})) ${limit}`,
  };
}

async function countHits(transaction: Transaction, hits: Record<Kind, Prisma.Sql>): Promise<Record<Kind, Count>> {
  const counted = kinds.map((kind) => Prisma.sql`SELECT ${kind} AS kind, count(*)::int AS hits FROM (${hits[kind]}) AS h`);
  const rows = await transaction.$queryRaw<{ kind: Kind; hits: number }[]>`${Prisma.join(counted, " UNION ALL ")}`;
  const countOf = (kind: Kind): Count => {
    const found = rows.find((row) => row.kind === kind)?.hits ?? 0;
    return { hits: Math.min(found, MAX_COUNTED), isMore: found > MAX_COUNTED };
  };
  return {
    article: countOf("article"),
    paragraph: countOf("paragraph"),
    note: countOf("note"),
    claim: countOf("claim"),
    comment: countOf("comment"),
  };
}

function sumOf(counts: Record<Kind, Count>): Count {
  const all = Object.values(counts);
  return { hits: all.reduce((sum, { hits }) => sum + hits, 0), isMore: all.some(({ isMore }) => isMore) };
}

type HitRow = {
  kind: Kind;
  id: string;
  slug: string;
  title: string;
  language: string;
  text: string;
  marked: string[];
  blockPosition: number | null;
  paragraph: number | null;
  writerId: string | null;
  writer: string | null;
  isAuthor: boolean;
  isPrivate: boolean;
};

/** One row more than a page holds, where there are more. */
function listHits(transaction: Transaction, asked: string, hits: readonly Prisma.Sql[], page: number): Promise<HitRow[]> {
  const all = Prisma.join(
    hits.map((each) => Prisma.sql`(${each})`),
    " UNION ALL ",
  );
  return transaction.$queryRaw<HitRow[]>`
    WITH best AS (
      -- By how close together and how often the words stand, against the length of the text.
      SELECT kind, id, article_id, text, ts_rank_cd(words, ${asked}::tsquery, 1) AS rank FROM (${all}) AS h
      ORDER BY rank DESC, id LIMIT ${HITS_PER_PAGE + 1} OFFSET ${(page - 1) * HITS_PER_PAGE}
    )
    SELECT best.kind::text AS kind, best.id, article.slug, article.title, article.language, best.text,
      -- The forms in which the words stand there, between marks that no stored text has in it.
      ARRAY(SELECT DISTINCT m[1] FROM regexp_matches(
        ts_headline('pg_catalog.english', search_words(left(best.text, ${HIGHLIGHT_LENGTH})), ${asked}::tsquery,
          ${`HighlightAll=true, StartSel="${MARK}", StopSel="${MARK}"`}),
        ${`${MARK}([^${MARK}]+)${MARK}`}, 'g') AS m) AS marked,
      b.position AS "blockPosition", b.number AS paragraph,
      p.id AS "writerId", coalesce(p.display_name, x.name, x.addressed_as) AS writer,
      coalesce(x.byline_id IS NOT NULL, false)
        OR EXISTS (SELECT 1 FROM byline y WHERE y.article_id = article.id AND y.person_id = p.id) AS "isAuthor",
      coalesce(coalesce(a.audience, over.audience) = 'only_me', false) AS "isPrivate"
    FROM best
    JOIN article ON article.id = best.article_id
    LEFT JOIN annotation a ON best.kind = 'note' AND a.id = best.id
    LEFT JOIN claim c ON best.kind = 'claim' AND c.id = best.id
    LEFT JOIN comment m ON best.kind = 'comment' AND m.id = best.id
    LEFT JOIN thread h ON h.id = m.thread_id
    LEFT JOIN annotation over ON over.id = h.annotation_id
    LEFT JOIN external_commenter x ON x.id = m.commenter_id
    LEFT JOIN person p ON p.id = coalesce(a.person_id, comment_writer(m.id))
    -- A note or claim stands in the newest text where its passage has a place.
    LEFT JOIN LATERAL (
      SELECT place.block_id FROM passage place JOIN revision r ON r.id = place.revision_id
      WHERE place.root_id = coalesce(a.passage_id, c.passage_id) ORDER BY r.number DESC LIMIT 1
    ) AS place ON true
    LEFT JOIN block b ON b.id = CASE best.kind WHEN 'paragraph' THEN best.id ELSE place.block_id END
    ORDER BY best.rank DESC, best.id`;
}

function hitOf(row: HitRow, viewer: Viewer, wanted: readonly string[]): Hit {
  const stretches = stretchesOf(row.text, row.marked, wanted);
  const found = new Map(stretches.map(([start, end]) => row.text.slice(start, end)).map((words) => [words.toLowerCase(), words]));
  return {
    kind: row.kind,
    id: row.id,
    article: { slug: row.slug, title: row.title, language: row.language },
    place:
      row.blockPosition === null
        ? null
        : { anchor: row.paragraph === null ? `b${row.blockPosition}` : `p${row.paragraph}`, paragraph: row.paragraph },
    writer:
      row.kind === "note" || row.kind === "comment"
        ? {
            name: row.writer ?? "unnamed commenter",
            isViewer: row.writerId !== null && row.writerId === personIdOf(viewer),
            isAuthor: row.isAuthor,
          }
        : null,
    isPrivate: row.isPrivate,
    excerpt: excerptOf(row.text, stretches),
    found: [...found.values()],
  };
}
