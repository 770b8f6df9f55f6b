-- A passage in a later revision is a row of its own with the same root: the row that annotations and claims point at.
-- What became of each root in each later revision, and what a person decided about it, is a placement.

-- The check of a passage's words took the whole text apart for every row. It is made once for all rows of a statement now,
-- below; it goes first, so that filling in the roots does not run it for nothing.
DROP TRIGGER "passage_quote" ON "passage";
DROP FUNCTION passage_quotes_its_text();

ALTER TABLE "passage" ADD COLUMN "root_id" UUID;
UPDATE "passage" SET "root_id" = "id";
ALTER TABLE "passage" ALTER COLUMN "root_id" SET NOT NULL;

CREATE UNIQUE INDEX "passage_root_id_revision_id_key" ON "passage"("root_id", "revision_id");
-- What a placement's key to its passage needs.
CREATE UNIQUE INDEX "passage_id_root_id_revision_id_key" ON "passage"("id", "root_id", "revision_id");
ALTER TABLE "passage" ADD CONSTRAINT "passage_root_id_fkey" FOREIGN KEY ("root_id") REFERENCES "passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TYPE "placement_verdict" AS ENUM ('exact', 'moved', 'review', 'lost');
CREATE TYPE "placement_decision" AS ENUM ('accepted', 'reanchored', 'left');

CREATE TABLE "placement" (
    "root_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "from_passage_id" UUID NOT NULL,
    "verdict" "placement_verdict" NOT NULL,
    "score" DOUBLE PRECISION,
    "why" TEXT,
    "candidates" JSONB,
    "passage_id" UUID,
    "decision" "placement_decision",
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("root_id","revision_id")
);

CREATE UNIQUE INDEX "placement_passage_id_root_id_revision_id_key" ON "placement"("passage_id", "root_id", "revision_id");
CREATE INDEX "placement_revision_id_verdict_idx" ON "placement"("revision_id", "verdict");
CREATE INDEX "placement_from_passage_id_idx" ON "placement"("from_passage_id");
CREATE INDEX "placement_decided_by_id_idx" ON "placement"("decided_by_id");

ALTER TABLE "placement" ADD CONSTRAINT "placement_root_id_fkey" FOREIGN KEY ("root_id") REFERENCES "passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "placement" ADD CONSTRAINT "placement_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "placement" ADD CONSTRAINT "placement_from_passage_id_fkey" FOREIGN KEY ("from_passage_id") REFERENCES "passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "placement" ADD CONSTRAINT "placement_passage_id_root_id_revision_id_fkey" FOREIGN KEY ("passage_id", "root_id", "revision_id") REFERENCES "passage"("id", "root_id", "revision_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "placement" ADD CONSTRAINT "placement_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What Prisma's schema language cannot say ────────────────────────────────

-- A verdict has what belongs to it and nothing else; who decided is known for a decision alone.
ALTER TABLE "placement" ADD CONSTRAINT "placement_verdict_check" CHECK (
  CASE "verdict"
    WHEN 'exact' THEN num_nonnulls("score", "why", "candidates", "decision") = 0 AND "passage_id" IS NOT NULL
    WHEN 'moved' THEN num_nonnulls("candidates", "decision") = 0 AND num_nulls("why", "score", "passage_id") = 0 AND "score" BETWEEN 0 AND 1
    WHEN 'review' THEN "score" IS NULL AND num_nulls("why", "candidates") = 0 AND jsonb_typeof("candidates") = 'array' AND "candidates" <> '[]'
    WHEN 'lost' THEN num_nonnulls("score", "candidates") = 0 AND "why" IS NOT NULL AND "decision" IS DISTINCT FROM 'accepted'
  END
);
ALTER TABLE "placement" ADD CONSTRAINT "placement_decision_check"
  CHECK (("decision" IS NULL) = ("decided_at" IS NULL) AND ("decided_by_id" IS NULL OR "decision" IS NOT NULL) AND "version" >= 1);
-- What a person has to say about has a place once it is accepted or put somewhere, not before.
ALTER TABLE "placement" ADD CONSTRAINT "placement_passage_check"
  CHECK ("verdict" IN ('exact', 'moved') OR ("passage_id" IS NOT NULL) = ("decision" IS NOT NULL AND "decision" <> 'left'));

-- A root, its place before and its place now belong to one article, and the text is a later one.
CREATE FUNCTION placements_lead_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM added
    JOIN "passage" p ON p."id" = added."from_passage_id"
    JOIN "passage" root ON root."id" = added."root_id"
    JOIN "revision" before ON before."id" = p."revision_id"
    JOIN "revision" r ON r."id" = added."revision_id"
    WHERE root."root_id" <> root."id" OR p."root_id" <> added."root_id"
       OR before."article_id" <> r."article_id" OR before."number" >= r."number"
  ) THEN
    RAISE EXCEPTION 'a placement leads from a place of its root to a later revision of the same article' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "placement_forward" AFTER INSERT ON "placement" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION placements_lead_forward();
CREATE TRIGGER "placement_forward_update" AFTER UPDATE ON "placement" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION placements_lead_forward();

-- A passage that a person makes is its own root.
CREATE FUNCTION passage_is_its_own_root() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."root_id" := coalesce(NEW."root_id", NEW."id");
  RETURN NEW;
END $$;
CREATE TRIGGER "passage_root" BEFORE INSERT ON "passage" FOR EACH ROW EXECUTE FUNCTION passage_is_its_own_root();

-- A passage lies inside its revision's text, starts in its block, quotes what stands there, and has a root of the same article.
-- The text is cut at its line feeds once, and the statement's passages are walked through in text order: ten thousand in a book
-- take one pass, where slicing the whole text for each would take ten thousand.
CREATE FUNCTION passages_quote_their_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  source record;
  given record;
  lines text[];
  -- As many code points as UTF-16 code units: no character of it is two.
  is_plain boolean;
  line integer;
  line_start integer;
  line_end integer;
  last_line integer;
  stretch text;
  stretch_end integer;
BEGIN
  FOR source IN SELECT "id", "text", "length" FROM "revision" WHERE "id" IN (SELECT "revision_id" FROM added) LOOP
    lines := string_to_array(source."text", E'\n');
    is_plain := char_length(source."text") = source."length";
    line := 1;
    line_start := 0;
    line_end := CASE WHEN is_plain THEN char_length(lines[1]) ELSE utf16_length(lines[1]) END;
    FOR given IN SELECT "start", "end", "quote" FROM added WHERE "revision_id" = source."id" ORDER BY "start" LOOP
      IF given."end" > source."length" THEN
        RAISE EXCEPTION 'passage reaches past the end of its revision''s text' USING ERRCODE = 'check_violation';
      END IF;
      WHILE given."start" > line_end LOOP
        line := line + 1;
        line_start := line_end + 1;
        line_end := line_start + CASE WHEN is_plain THEN char_length(lines[line]) ELSE utf16_length(lines[line]) END;
      END LOOP;
      stretch := lines[line];
      stretch_end := line_end;
      last_line := line;
      WHILE given."end" > stretch_end LOOP
        last_line := last_line + 1;
        stretch := stretch || E'\n' || lines[last_line];
        stretch_end := stretch_end + 1 + CASE WHEN is_plain THEN char_length(lines[last_line]) ELSE utf16_length(lines[last_line]) END;
      END LOOP;
      IF given."quote" IS DISTINCT FROM (CASE
        WHEN is_plain THEN substr(stretch, given."start" - line_start + 1, given."end" - given."start")
        ELSE utf16_slice(stretch, given."start" - line_start, given."end" - line_start)
      END) THEN
        RAISE EXCEPTION 'passage quotes other words than stand at its place' USING ERRCODE = 'check_violation';
      END IF;
    END LOOP;
  END LOOP;
  IF EXISTS (
    SELECT 1 FROM added WHERE NOT EXISTS (
      SELECT 1 FROM "block" b
      WHERE b."id" = added."block_id" AND b."revision_id" = added."revision_id" AND added."start" >= b."start" AND added."start" < b."end")
  ) THEN
    RAISE EXCEPTION 'passage does not start in its block' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM added
    JOIN "passage" root ON root."id" = added."root_id"
    JOIN "revision" first ON first."id" = root."revision_id"
    JOIN "revision" r ON r."id" = added."revision_id"
    WHERE added."root_id" <> added."id" AND (root."root_id" <> root."id" OR first."article_id" <> r."article_id")
  ) THEN
    RAISE EXCEPTION 'a carried passage has a root of its own article' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "passage_quote" AFTER INSERT ON "passage" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION passages_quote_their_text();
CREATE TRIGGER "passage_quote_update" AFTER UPDATE ON "passage" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION passages_quote_their_text();

-- Annotations and claims are about roots, so that one of them has one place in each revision.
CREATE OR REPLACE FUNCTION annotation_is_of_its_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "passage" p JOIN "revision" r ON r."id" = p."revision_id"
    WHERE p."id" = NEW."passage_id" AND p."root_id" = p."id" AND r."article_id" = NEW."article_id"
  ) THEN
    RAISE EXCEPTION 'annotation and passage belong to different articles, or the passage is a carried one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION claim_is_about_a_root() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "passage" p WHERE p."id" = NEW."passage_id" AND p."root_id" <> p."id") THEN
    RAISE EXCEPTION 'a claim is about a passage that was not carried' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "claim_root" BEFORE INSERT OR UPDATE OF "passage_id" ON "claim" FOR EACH ROW EXECUTE FUNCTION claim_is_about_a_root();
