-- Full-text search over article text, notes, claims and comments; docs/decisions/009-search.md says why it is built so.
-- Nothing here needs an extension, or more rights than the owner of the tables has.

-- What is compared. Compatibility forms (NFKC), capitals, accents and invisible characters make no difference, “U.S.” is “US”, and
-- whatever is no letter or digit only divides. Characters are named by their numbers, so that no locale has a say in it.
CREATE FUNCTION search_fold(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    -- The full stops of an abbreviation: between single letters.
    regexp_replace(
      lower(CASE
        WHEN octet_length(t) = char_length(t) THEN t
        -- Decomposed, the accents (and U+00AD, zero-width and direction marks, variation selectors) are characters that can be
        -- taken out; the sound marks of kana are not among them: か and が stay apart.
        ELSE normalize(
          regexp_replace(
            normalize(t, NFKD),
            '[\u00AD\u0300-\u036F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]', '', 'g'),
          NFKC)
      END),
      '(?<![^\u0001-\u002F\u2000-\u206F\u3000-\u3003\u3008-\u3011])([a-z])\.(?=[a-z](?![a-z]))', '\1', 'g'),
    '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u2000-\u206F\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\u303D\u30A0\u30FB\uFE10-\uFE6F]+',
    ' ', 'g')
$$;

-- The folded text as words divided by spaces. In scripts that put none between words (Han, kana, Bopomofo, Thai, Lao, Burmese, Khmer)
-- or few (Hangul, with particles at its words' ends), a run of characters becomes pairs of neighbours and its last character:
-- 日米同盟 is “日米 米同 同盟 盟”. Two characters are then found as a pair, more as pairs that follow each other, and one as the
-- beginning of any pair, or the end of a run.
CREATE FUNCTION search_words(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text := search_fold(t);
BEGIN
  IF octet_length(folded) = char_length(folded) OR folded !~ '[\u0E01-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3005-\u3007\u3021-\u302F\u3031-\u303C\u3041-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\U00020000-\U0003FFFF]' THEN
    RETURN folded;
  END IF;
  RETURN regexp_replace(
    regexp_replace(folded, '([\u0E01-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3005-\u3007\u3021-\u302F\u3031-\u303C\u3041-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\U00020000-\U0003FFFF]+)', ' \1 ', 'g'),
    '(?<=[\u0E01-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3005-\u3007\u3021-\u302F\u3031-\u303C\u3041-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\U00020000-\U0003FFFF])([\u0E01-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3005-\u3007\u3021-\u302F\u3031-\u303C\u3041-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\U00020000-\U0003FFFF])', '\1 \1', 'g');
END $$;

-- What a text is found by. English word forms are made one (hedge, hedging); words of other languages keep their ends, or lose the
-- same ones here and in the question. Beyond 60,000 characters a text might not fit into the megabyte that a tsvector may have.
CREATE FUNCTION search_vector(t text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.english', search_words(left(t, 60000)))
$$;

-- A word, a phrase or a run of characters as a question: its parts one after the other. The last character of a run is no part of it,
-- since in a text the run may go on; alone it may be the beginning of any pair.
CREATE FUNCTION search_phrase(t text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  words text[] := string_to_array(btrim(regexp_replace(search_words(t), ' +', ' ', 'g')), ' ');
  last text := words[cardinality(words)];
BEGIN
  IF last ~ '^[\u0E01-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3005-\u3007\u3021-\u302F\u3031-\u303C\u3041-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\U00020000-\U0003FFFF]$' THEN
    IF right(words[cardinality(words) - 1], 1) = last AND char_length(words[cardinality(words) - 1]) = 2 THEN
      words := trim_array(words, 1);
    ELSE
      words[cardinality(words)] := last || ':*';
    END IF;
  END IF;
  RETURN to_tsquery('pg_catalog.english', array_to_string(words, ' <-> '));
END $$;

-- The texts of a revision's blocks. Its text is cut at its line feeds once and walked through, as where passages are checked: slicing the
-- whole for each of twenty thousand blocks would take minutes.
CREATE FUNCTION block_texts(revision uuid) RETURNS TABLE (block_id uuid, text text) LANGUAGE plpgsql STABLE AS $$
DECLARE
  r record;
  b record;
  lines text[];
  line integer := 1;
  line_start integer := 0;
  line_end integer;
  stretch text;
  stretch_start integer;
BEGIN
  SELECT string_to_array(v."text", E'\n') AS lines INTO r FROM "revision" v WHERE v."id" = revision;
  lines := r.lines;
  line_end := utf16_length(lines[1]);
  FOR b IN SELECT o."id", o."start", o."end" FROM "block" o WHERE o."revision_id" = revision ORDER BY o."start" LOOP
    WHILE b."start" > line_end LOOP
      line := line + 1;
      line_start := line_end + 1;
      line_end := line_start + utf16_length(lines[line]);
    END LOOP;
    stretch := lines[line];
    stretch_start := line_start;
    WHILE b."end" > line_end LOOP
      line := line + 1;
      line_start := line_end + 1;
      line_end := line_start + utf16_length(lines[line]);
      stretch := stretch || E'\n' || lines[line];
    END LOOP;
    block_id := b."id";
    text := utf16_slice(stretch, b."start" - stretch_start, b."end" - stretch_start);
    RETURN NEXT;
  END LOOP;
END $$;

-- CreateEnum
CREATE TYPE "search_kind" AS ENUM ('article', 'paragraph', 'note', 'claim', 'comment');

-- CreateTable
CREATE TABLE "search_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "search_kind" NOT NULL,
    "article_id" UUID NOT NULL,
    "block_id" UUID,
    "annotation_id" UUID,
    "claim_id" UUID,
    "comment_id" UUID,
    "text" TEXT NOT NULL,
    "words" tsvector GENERATED ALWAYS AS (search_vector("text")) STORED,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "search_entry_article_id_idx" ON "search_entry"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_entry_block_id_key" ON "search_entry"("block_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_entry_annotation_id_key" ON "search_entry"("annotation_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_entry_claim_id_key" ON "search_entry"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_entry_comment_id_key" ON "search_entry"("comment_id");

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_block_id_fkey" FOREIGN KEY ("block_id") REFERENCES "block"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma's schema language cannot say ────────────────────────────────

-- Exactly what the kind says.
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_kind_check" CHECK (
  num_nonnulls("block_id", "annotation_id", "claim_id", "comment_id") = CASE "kind" WHEN 'article' THEN 0 ELSE 1 END
  AND CASE "kind"
    WHEN 'article' THEN true
    WHEN 'paragraph' THEN "block_id" IS NOT NULL
    WHEN 'note' THEN "annotation_id" IS NOT NULL
    WHEN 'claim' THEN "claim_id" IS NOT NULL
    WHEN 'comment' THEN "comment_id" IS NOT NULL
  END
);
CREATE UNIQUE INDEX "search_entry_article_key" ON "search_entry" ("article_id") WHERE "kind" = 'article';

-- By kind, because each is looked through for itself: a word that is in every note must not slow down the search for a claim.
CREATE INDEX "search_entry_article_words_idx" ON "search_entry" USING gin ("words") WHERE "kind" = 'article';
CREATE INDEX "search_entry_paragraph_words_idx" ON "search_entry" USING gin ("words") WHERE "kind" = 'paragraph';
CREATE INDEX "search_entry_note_words_idx" ON "search_entry" USING gin ("words") WHERE "kind" = 'note';
CREATE INDEX "search_entry_claim_words_idx" ON "search_entry" USING gin ("words") WHERE "kind" = 'claim';
CREATE INDEX "search_entry_comment_words_idx" ON "search_entry" USING gin ("words") WHERE "kind" = 'comment';

-- What is found, from what there is: title and standfirst, the blocks of the newest revision, notes, claims, comments.
INSERT INTO "search_entry" ("kind", "article_id", "text")
  SELECT 'article', "id", concat_ws(E'\n', "title", "standfirst") FROM "article";
INSERT INTO "search_entry" ("kind", "article_id", "block_id", "text")
  SELECT 'paragraph', r."article_id", b.block_id, b.text
  FROM (SELECT DISTINCT ON ("article_id") "article_id", "id" FROM "revision" ORDER BY "article_id", "number" DESC) r
  CROSS JOIN LATERAL block_texts(r."id") b;
INSERT INTO "search_entry" ("kind", "article_id", "annotation_id", "text")
  SELECT 'note', "article_id", "id", "note" FROM "annotation" WHERE "note" IS NOT NULL;
INSERT INTO "search_entry" ("kind", "article_id", "claim_id", "text")
  SELECT 'claim', r."article_id", c."id", c."statement"
  FROM "claim" c JOIN "passage" p ON p."id" = c."passage_id" JOIN "revision" r ON r."id" = p."revision_id";
INSERT INTO "search_entry" ("kind", "article_id", "comment_id", "text")
  SELECT 'comment', t."article_id", c."id", c."text" FROM "comment" c JOIN "thread" t ON t."id" = c."thread_id";

-- And from now on.
CREATE FUNCTION article_is_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_entry" ("kind", "article_id", "text") VALUES ('article', NEW."id", concat_ws(E'\n', NEW."title", NEW."standfirst"))
    ON CONFLICT ("article_id") WHERE "kind" = 'article' DO UPDATE SET "text" = EXCLUDED."text";
  RETURN NULL;
END $$;
CREATE TRIGGER "article_searchable" AFTER INSERT OR UPDATE OF "title", "standfirst" ON "article"
  FOR EACH ROW EXECUTE FUNCTION article_is_searchable();

-- An older text is not looked through any more; it would be found beside its successor, which says the same.
CREATE FUNCTION newest_blocks_are_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "search_entry" e USING "block" b, "revision" r, (
    SELECT v."article_id", max(v."number") AS number FROM added JOIN "revision" v ON v."id" = added."revision_id" GROUP BY 1
  ) newer
    WHERE e."article_id" = newer."article_id" AND b."id" = e."block_id" AND r."id" = b."revision_id" AND r."number" < newer.number;
  INSERT INTO "search_entry" ("kind", "article_id", "block_id", "text")
    SELECT 'paragraph', r."article_id", t.block_id, t.text
    FROM "revision" r CROSS JOIN LATERAL block_texts(r."id") t
    WHERE r."id" IN (SELECT "revision_id" FROM added) AND t.block_id IN (SELECT "id" FROM added)
      AND NOT EXISTS (SELECT 1 FROM "revision" newer WHERE newer."article_id" = r."article_id" AND newer."number" > r."number")
    ON CONFLICT ("block_id") DO UPDATE SET "text" = EXCLUDED."text";
  RETURN NULL;
END $$;
CREATE TRIGGER "block_searchable" AFTER INSERT ON "block" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION newest_blocks_are_searchable();
CREATE TRIGGER "block_searchable_update" AFTER UPDATE ON "block" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION newest_blocks_are_searchable();

CREATE FUNCTION note_is_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."note" IS NULL THEN
    DELETE FROM "search_entry" WHERE "annotation_id" = NEW."id";
  ELSE
    INSERT INTO "search_entry" ("kind", "article_id", "annotation_id", "text") VALUES ('note', NEW."article_id", NEW."id", NEW."note")
      ON CONFLICT ("annotation_id") DO UPDATE SET "text" = EXCLUDED."text";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "annotation_searchable" AFTER INSERT OR UPDATE OF "note" ON "annotation"
  FOR EACH ROW EXECUTE FUNCTION note_is_searchable();

CREATE FUNCTION claim_is_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_entry" ("kind", "article_id", "claim_id", "text")
    SELECT 'claim', r."article_id", NEW."id", NEW."statement"
    FROM "passage" p JOIN "revision" r ON r."id" = p."revision_id" WHERE p."id" = NEW."passage_id"
    ON CONFLICT ("claim_id") DO UPDATE SET "text" = EXCLUDED."text";
  RETURN NULL;
END $$;
CREATE TRIGGER "claim_searchable" AFTER INSERT OR UPDATE OF "statement" ON "claim"
  FOR EACH ROW EXECUTE FUNCTION claim_is_searchable();

CREATE FUNCTION comment_is_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_entry" ("kind", "article_id", "comment_id", "text")
    SELECT 'comment', t."article_id", NEW."id", NEW."text" FROM "thread" t WHERE t."id" = NEW."thread_id"
    ON CONFLICT ("comment_id") DO UPDATE SET "text" = EXCLUDED."text";
  RETURN NULL;
END $$;
CREATE TRIGGER "comment_searchable" AFTER INSERT OR UPDATE OF "text" ON "comment"
  FOR EACH ROW EXECUTE FUNCTION comment_is_searchable();
