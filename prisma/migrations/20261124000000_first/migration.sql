-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reader', 'curator', 'admin');

-- CreateEnum
CREATE TYPE "block_kind" AS ENUM ('paragraph', 'heading', 'quotation', 'list_item');

-- CreateEnum
CREATE TYPE "format_kind" AS ENUM ('emphasis', 'strong', 'code', 'superscript', 'subscript', 'strikethrough', 'link');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'contests');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('only_me', 'everyone');

-- CreateEnum
CREATE TYPE "label_kind" AS ENUM ('preferred', 'alternative');

-- CreateEnum
CREATE TYPE "framework_status" AS ENUM ('active', 'deprecated');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "email" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "role" "role" NOT NULL DEFAULT 'reader',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "demo_part" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_link" (
    "token_hash" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "email_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "standfirst" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "source_url" TEXT,
    "citation" TEXT,
    "published" TEXT,
    "biography" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "byline" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" UUID,

    CONSTRAINT "byline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "text_hash" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "block_kind" NOT NULL,
    "level" INTEGER,
    "number" INTEGER,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "format_range" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "kind" "format_kind" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "href" TEXT,

    CONSTRAINT "format_range_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,

    CONSTRAINT "passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "passage_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "notation" TEXT NOT NULL,
    "sign" TEXT NOT NULL,
    "hue" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "scope_use" TEXT,
    "scope_not" TEXT,
    "status" "framework_status" NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_label" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "kind" "label_kind" NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "framework_label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_broader" (
    "framework_id" UUID NOT NULL,
    "broader_id" UUID NOT NULL,

    CONSTRAINT "framework_broader_pkey" PRIMARY KEY ("framework_id")
);

-- CreateTable
CREATE TABLE "framework_related" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,

    CONSTRAINT "framework_related_pkey" PRIMARY KEY ("from_id","to_id")
);

-- CreateTable
CREATE TABLE "reference" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "csl" JSONB NOT NULL,

    CONSTRAINT "reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_reference" (
    "framework_id" UUID NOT NULL,
    "reference_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "framework_reference_pkey" PRIMARY KEY ("framework_id","reference_id")
);

-- CreateTable
CREATE TABLE "annotation" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "passage_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "note" TEXT,
    "audience" "audience" NOT NULL DEFAULT 'everyone',
    "version" INTEGER NOT NULL DEFAULT 1,
    "request_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_tag" (
    "annotation_id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "stance" "stance" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "framework_tag_pkey" PRIMARY KEY ("annotation_id","framework_id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "annotation_id" UUID,
    "claim_id" UUID,
    "position" INTEGER NOT NULL,
    "is_imported" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_commenter" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT,
    "addressed_as" TEXT,
    "byline_id" UUID,
    "person_id" UUID,

    CONSTRAINT "external_commenter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "parent_position" INTEGER,
    "person_id" UUID,
    "commenter_id" UUID,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_addressee" (
    "comment_id" UUID NOT NULL,
    "commenter_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "comment_addressee_pkey" PRIMARY KEY ("comment_id","commenter_id")
);

-- CreateIndex
CREATE INDEX "identity_person_id_idx" ON "identity"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_provider_provider_account_id_key" ON "identity"("provider", "provider_account_id");

-- CreateIndex
CREATE INDEX "email_link_expires_at_idx" ON "email_link"("expires_at");

-- CreateIndex
CREATE INDEX "session_person_id_created_at_idx" ON "session"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "rate_limit_window_start_idx" ON "rate_limit"("window_start");

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE INDEX "article_created_at_id_idx" ON "article"("created_at", "id");

-- CreateIndex
CREATE INDEX "byline_person_id_idx" ON "byline"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "byline_article_id_position_key" ON "byline"("article_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "revision_text_hash_key" ON "revision"("text_hash");

-- CreateIndex
CREATE UNIQUE INDEX "revision_article_id_number_key" ON "revision"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "block_revision_id_position_key" ON "block"("revision_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "block_revision_id_number_key" ON "block"("revision_id", "number");

-- CreateIndex
CREATE INDEX "format_range_revision_id_start_idx" ON "format_range"("revision_id", "start");

-- CreateIndex
CREATE INDEX "passage_revision_id_start_idx" ON "passage"("revision_id", "start");

-- CreateIndex
CREATE INDEX "passage_block_id_idx" ON "passage"("block_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_passage_id_key" ON "claim"("passage_id");

-- CreateIndex
CREATE UNIQUE INDEX "scheme_slug_key" ON "scheme"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "framework_slug_key" ON "framework"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "framework_scheme_id_notation_key" ON "framework"("scheme_id", "notation");

-- CreateIndex
CREATE UNIQUE INDEX "framework_scheme_id_sign_key" ON "framework"("scheme_id", "sign");

-- CreateIndex
CREATE UNIQUE INDEX "framework_scheme_id_position_key" ON "framework"("scheme_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "framework_label_framework_id_language_text_key" ON "framework_label"("framework_id", "language", "text");

-- CreateIndex
CREATE INDEX "framework_broader_broader_id_idx" ON "framework_broader"("broader_id");

-- CreateIndex
CREATE INDEX "framework_related_to_id_idx" ON "framework_related"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "reference_key_key" ON "reference"("key");

-- CreateIndex
CREATE INDEX "framework_reference_reference_id_idx" ON "framework_reference"("reference_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_reference_framework_id_position_key" ON "framework_reference"("framework_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "annotation_passage_id_key" ON "annotation"("passage_id");

-- CreateIndex
CREATE INDEX "annotation_article_id_created_at_id_idx" ON "annotation"("article_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "annotation_person_id_created_at_id_idx" ON "annotation"("person_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "annotation_person_id_request_id_key" ON "annotation"("person_id", "request_id");

-- CreateIndex
CREATE INDEX "framework_tag_framework_id_annotation_id_idx" ON "framework_tag"("framework_id", "annotation_id");

-- CreateIndex
CREATE INDEX "thread_annotation_id_idx" ON "thread"("annotation_id");

-- CreateIndex
CREATE INDEX "thread_claim_id_idx" ON "thread"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_article_id_position_key" ON "thread"("article_id", "position");

-- CreateIndex
CREATE INDEX "external_commenter_byline_id_idx" ON "external_commenter"("byline_id");

-- CreateIndex
CREATE INDEX "external_commenter_person_id_idx" ON "external_commenter"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "external_commenter_article_id_position_key" ON "external_commenter"("article_id", "position");

-- CreateIndex
CREATE INDEX "comment_person_id_created_at_id_idx" ON "comment"("person_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "comment_commenter_id_idx" ON "comment"("commenter_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_thread_id_position_key" ON "comment"("thread_id", "position");

-- CreateIndex
CREATE INDEX "comment_addressee_commenter_id_idx" ON "comment_addressee"("commenter_id");

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "byline" ADD CONSTRAINT "byline_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "byline" ADD CONSTRAINT "byline_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "format_range" ADD CONSTRAINT "format_range_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_block_id_fkey" FOREIGN KEY ("block_id") REFERENCES "block"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework" ADD CONSTRAINT "framework_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_label" ADD CONSTRAINT "framework_label_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_broader" ADD CONSTRAINT "framework_broader_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_broader" ADD CONSTRAINT "framework_broader_broader_id_fkey" FOREIGN KEY ("broader_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_related" ADD CONSTRAINT "framework_related_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_related" ADD CONSTRAINT "framework_related_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_reference" ADD CONSTRAINT "framework_reference_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_reference" ADD CONSTRAINT "framework_reference_reference_id_fkey" FOREIGN KEY ("reference_id") REFERENCES "reference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_deleted_by_id_fkey" FOREIGN KEY ("deleted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_tag" ADD CONSTRAINT "framework_tag_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_tag" ADD CONSTRAINT "framework_tag_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_commenter" ADD CONSTRAINT "external_commenter_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_commenter" ADD CONSTRAINT "external_commenter_byline_id_fkey" FOREIGN KEY ("byline_id") REFERENCES "byline"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_commenter" ADD CONSTRAINT "external_commenter_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_parent_position_fkey" FOREIGN KEY ("thread_id", "parent_position") REFERENCES "comment"("thread_id", "position") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_commenter_id_fkey" FOREIGN KEY ("commenter_id") REFERENCES "external_commenter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_addressee" ADD CONSTRAINT "comment_addressee_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_addressee" ADD CONSTRAINT "comment_addressee_commenter_id_fkey" FOREIGN KEY ("commenter_id") REFERENCES "external_commenter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma's schema language cannot say ────────────────────────────────

-- People sign in with one address however it is capitalised.
CREATE UNIQUE INDEX "person_email_lower_key" ON "person" (lower("email"));
ALTER TABLE "person" ADD CONSTRAINT "person_display_name_check" CHECK (btrim("display_name") <> '');

-- Offsets are UTF-16 code units, as in the browser; PostgreSQL counts code points. A character beyond U+FFFF is two units.
CREATE FUNCTION utf16_length(t text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT char_length(t) + char_length(regexp_replace(t, '[\u0001-\uFFFF]', '', 'g'))
$$;

-- [s, e) in UTF-16 code units. Each character beyond U+FFFF is padded to two code points (texts hold no U+0001), cut, and unpadded.
CREATE FUNCTION utf16_slice(t text, s integer, e integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN octet_length(t) = char_length(t) OR t !~ '[^\u0001-\uFFFF]' THEN substr(t, s + 1, e - s)
    ELSE replace(substr(regexp_replace(t, '([^\u0001-\uFFFF])', E'\\1\u0001', 'g'), s + 1, e - s), E'\u0001', '')
  END
$$;

ALTER TABLE "revision" ADD CONSTRAINT "revision_length_check" CHECK ("length" > 0 AND "length" = utf16_length("text"));
ALTER TABLE "revision" ADD CONSTRAINT "revision_number_check" CHECK ("number" >= 1);
ALTER TABLE "revision" ADD CONSTRAINT "revision_text_check" CHECK (position(E'\u0001' in "text") = 0);

CREATE FUNCTION revision_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."article_id", NEW."number", NEW."text", NEW."length", NEW."text_hash", NEW."created_at")
     IS DISTINCT FROM (OLD."id", OLD."article_id", OLD."number", OLD."text", OLD."length", OLD."text_hash", OLD."created_at") THEN
    RAISE EXCEPTION 'a revision is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "revision_immutable" BEFORE UPDATE ON "revision" FOR EACH ROW EXECUTE FUNCTION revision_is_immutable();

-- Blocks and formatting lie inside the text; blocks do not overlap.
ALTER TABLE "block" ADD CONSTRAINT "block_span_check" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "block" ADD CONSTRAINT "block_number_check" CHECK (("kind" = 'heading') = ("number" IS NULL));
ALTER TABLE "format_range" ADD CONSTRAINT "format_range_span_check" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "format_range" ADD CONSTRAINT "format_range_href_check"
  CHECK (("kind" = 'link') = ("href" IS NOT NULL) AND ("href" IS NULL OR "href" ~* '^(https?://|mailto:)'));

CREATE FUNCTION spans_are_inside_the_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added JOIN "revision" r ON r."id" = added."revision_id" WHERE added."end" > r."length") THEN
    RAISE EXCEPTION '% reaches past the end of its revision''s text', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "block_inside" AFTER INSERT ON "block" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION spans_are_inside_the_text();
CREATE TRIGGER "block_inside_update" AFTER UPDATE ON "block" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION spans_are_inside_the_text();
CREATE TRIGGER "format_range_inside" AFTER INSERT ON "format_range" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION spans_are_inside_the_text();
CREATE TRIGGER "format_range_inside_update" AFTER UPDATE ON "format_range" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION spans_are_inside_the_text();

CREATE FUNCTION blocks_do_not_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (
      SELECT b."start", lag(b."end") OVER (PARTITION BY b."revision_id" ORDER BY b."position") AS before
      FROM "block" b WHERE b."revision_id" IN (SELECT "revision_id" FROM added)
    ) neighbours WHERE "start" < before
  ) THEN
    RAISE EXCEPTION 'blocks of one revision overlap or are out of order' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "block_order" AFTER INSERT ON "block" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION blocks_do_not_overlap();
CREATE TRIGGER "block_order_update" AFTER UPDATE ON "block" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION blocks_do_not_overlap();

-- A passage lies inside its revision's text, starts in its block, and quotes what stands there.
ALTER TABLE "passage" ADD CONSTRAINT "passage_span_check" CHECK ("start" >= 0 AND "end" > "start");

CREATE FUNCTION passage_quotes_its_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r record;
BEGIN
  SELECT "text", "length" INTO r FROM "revision" WHERE "id" = NEW."revision_id";
  IF NOT FOUND THEN
    RETURN NEW; -- the foreign key says so
  END IF;
  IF NEW."end" > r."length" THEN
    RAISE EXCEPTION 'passage reaches past the end of its revision''s text' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."quote" IS DISTINCT FROM utf16_slice(r."text", NEW."start", NEW."end") THEN
    RAISE EXCEPTION 'passage quotes other words than stand at its place' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "block" b
    WHERE b."id" = NEW."block_id" AND b."revision_id" = NEW."revision_id" AND NEW."start" >= b."start" AND NEW."start" < b."end"
  ) THEN
    RAISE EXCEPTION 'passage does not start in its block' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "passage_quote" BEFORE INSERT OR UPDATE ON "passage" FOR EACH ROW EXECUTE FUNCTION passage_quotes_its_text();

ALTER TABLE "claim" ADD CONSTRAINT "claim_statement_check" CHECK (btrim("statement") <> '' AND "number" >= 1);

-- The taxonomy.
ALTER TABLE "framework" ADD CONSTRAINT "framework_hue_check" CHECK ("hue" BETWEEN 1 AND 12);
ALTER TABLE "framework" ADD CONSTRAINT "framework_sign_check" CHECK (char_length("sign") = 2);
CREATE UNIQUE INDEX "framework_label_preferred_key" ON "framework_label" ("framework_id", "language") WHERE "kind" = 'preferred';
ALTER TABLE "framework_related" ADD CONSTRAINT "framework_related_order_check" CHECK ("from_id" < "to_id");
ALTER TABLE "framework_broader" ADD CONSTRAINT "framework_broader_self_check" CHECK ("framework_id" <> "broader_id");

CREATE FUNCTION broader_has_no_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two changes that are each fine alone could close a cycle together: one at a time.
  PERFORM pg_advisory_xact_lock(hashtext('framework_broader'));
  IF EXISTS (
    WITH RECURSIVE above AS (
      SELECT NEW."broader_id" AS id
      UNION
      SELECT b."broader_id" FROM "framework_broader" b JOIN above ON b."framework_id" = above.id
    )
    SELECT 1 FROM above WHERE id = NEW."framework_id"
  ) THEN
    RAISE EXCEPTION 'a framework cannot be broader than itself' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "framework_broader_acyclic" BEFORE INSERT OR UPDATE ON "framework_broader"
  FOR EACH ROW EXECUTE FUNCTION broader_has_no_cycle();

-- Annotations.
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_version_check" CHECK ("version" >= 1);
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_note_check" CHECK ("note" IS NULL OR "note" <> '');
CREATE INDEX "annotation_live_idx" ON "annotation" ("article_id", "created_at" DESC, "id" DESC) WHERE "deleted_at" IS NULL;

CREATE FUNCTION annotation_is_of_its_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "passage" p JOIN "revision" r ON r."id" = p."revision_id"
    WHERE p."id" = NEW."passage_id" AND r."article_id" = NEW."article_id"
  ) THEN
    RAISE EXCEPTION 'annotation and passage belong to different articles' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "annotation_article" BEFORE INSERT OR UPDATE OF "article_id", "passage_id" ON "annotation"
  FOR EACH ROW EXECUTE FUNCTION annotation_is_of_its_article();

-- Seen at commit, so that an edit may take all tags off before it puts the new ones on.
CREATE FUNCTION annotation_has_a_tag() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject uuid;
BEGIN
  IF TG_TABLE_NAME = 'annotation' THEN
    subject := NEW."id";
  ELSE
    subject := OLD."annotation_id";
  END IF;
  IF EXISTS (SELECT 1 FROM "annotation" WHERE "id" = subject)
     AND NOT EXISTS (SELECT 1 FROM "framework_tag" WHERE "annotation_id" = subject) THEN
    RAISE EXCEPTION 'an annotation carries at least one framework tag' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "annotation_tagged" AFTER INSERT ON "annotation" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION annotation_has_a_tag();
CREATE CONSTRAINT TRIGGER "framework_tag_last" AFTER DELETE ON "framework_tag" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION annotation_has_a_tag();

-- Threads.
ALTER TABLE "thread" ADD CONSTRAINT "thread_target_check" CHECK (num_nonnulls("annotation_id", "claim_id") <= 1);
ALTER TABLE "comment" ADD CONSTRAINT "comment_writer_check" CHECK (num_nonnulls("person_id", "commenter_id") = 1);
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_check" CHECK ("parent_position" < "position");
ALTER TABLE "comment" ADD CONSTRAINT "comment_text_check" CHECK (btrim("text") <> '');
