-- People answer each other under annotations, claims and the article, and ask its author to answer: comments with a history, mentions,
-- critiques whose every step is a row, and drafts kept for who writes them.
-- CreateEnum
CREATE TYPE "critique_kind" AS ENUM ('evidence', 'reasoning', 'framework', 'undercut', 'other');

-- CreateEnum
CREATE TYPE "critique_state" AS ENUM ('open', 'acknowledged', 'conceded', 'rebutted', 'clarified', 'revised', 'satisfied', 'maintained', 'withdrawn');

-- CreateEnum
CREATE TYPE "critique_step_kind" AS ENUM ('raise', 'acknowledge', 'concede', 'rebut', 'clarify', 'revise', 'satisfy', 'maintain', 'withdraw', 'reopen');

-- CreateEnum
CREATE TYPE "critique_actor" AS ENUM ('critic', 'author');

-- DropIndex
DROP INDEX "thread_annotation_id_idx";

-- DropIndex
DROP INDEX "thread_claim_id_idx";

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "request_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "comment_change" (
    "comment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_change_pkey" PRIMARY KEY ("comment_id","version")
);

-- CreateTable
CREATE TABLE "comment_mention" (
    "comment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("comment_id","person_id")
);

-- CreateTable
CREATE TABLE "critique" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "annotation_id" UUID,
    "comment_id" UUID,
    "critic_id" UUID NOT NULL,
    "kind" "critique_kind" NOT NULL,
    "framework_id" UUID,
    "state" "critique_state" NOT NULL DEFAULT 'open',
    "step_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "critique_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "critique_step" (
    "critique_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "critique_step_kind" NOT NULL,
    "actor" "critique_actor" NOT NULL,
    "from_state" "critique_state",
    "to_state" "critique_state" NOT NULL,
    "person_id" UUID NOT NULL,
    "comment_id" UUID,
    "passage_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "critique_step_pkey" PRIMARY KEY ("critique_id","number")
);

-- CreateTable
CREATE TABLE "critique_rule" (
    "kind" "critique_step_kind" NOT NULL,
    "actor" "critique_actor" NOT NULL,
    "from_state" "critique_state" NOT NULL,
    "to_state" "critique_state" NOT NULL,

    CONSTRAINT "critique_rule_pkey" PRIMARY KEY ("kind","actor","from_state","to_state")
);

-- CreateTable
CREATE TABLE "draft" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "choice" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateIndex
CREATE INDEX "comment_mention_person_id_idx" ON "comment_mention"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "critique_annotation_id_key" ON "critique"("annotation_id");

-- CreateIndex
CREATE UNIQUE INDEX "critique_comment_id_key" ON "critique"("comment_id");

-- CreateIndex
CREATE INDEX "critique_article_id_created_at_id_idx" ON "critique"("article_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "critique_critic_id_created_at_id_idx" ON "critique"("critic_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "critique_thread_id_idx" ON "critique"("thread_id");

-- CreateIndex
CREATE INDEX "critique_framework_id_idx" ON "critique"("framework_id");

-- CreateIndex
CREATE UNIQUE INDEX "critique_step_comment_id_key" ON "critique_step"("comment_id");

-- CreateIndex
CREATE INDEX "critique_step_kind_actor_from_state_to_state_idx" ON "critique_step"("kind", "actor", "from_state", "to_state");

-- CreateIndex
CREATE INDEX "critique_step_person_id_idx" ON "critique_step"("person_id");

-- CreateIndex
CREATE INDEX "critique_step_passage_id_idx" ON "critique_step"("passage_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_person_id_request_id_key" ON "comment"("person_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_annotation_id_key" ON "thread"("annotation_id");

-- CreateIndex
CREATE UNIQUE INDEX "thread_claim_id_key" ON "thread"("claim_id");

-- AddForeignKey
ALTER TABLE "comment_change" ADD CONSTRAINT "comment_change_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique" ADD CONSTRAINT "critique_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique" ADD CONSTRAINT "critique_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique" ADD CONSTRAINT "critique_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique" ADD CONSTRAINT "critique_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique" ADD CONSTRAINT "critique_critic_id_fkey" FOREIGN KEY ("critic_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique" ADD CONSTRAINT "critique_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique_step" ADD CONSTRAINT "critique_step_critique_id_fkey" FOREIGN KEY ("critique_id") REFERENCES "critique"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique_step" ADD CONSTRAINT "critique_step_kind_actor_from_state_to_state_fkey" FOREIGN KEY ("kind", "actor", "from_state", "to_state") REFERENCES "critique_rule"("kind", "actor", "from_state", "to_state") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique_step" ADD CONSTRAINT "critique_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique_step" ADD CONSTRAINT "critique_step_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "critique_step" ADD CONSTRAINT "critique_step_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "passage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── By hand: what Prisma's schema cannot say ────────────────────────────────

-- An article has one discussion beside what was imported.
CREATE UNIQUE INDEX "thread_article_discussion_key" ON "thread" ("article_id")
  WHERE "annotation_id" IS NULL AND "claim_id" IS NULL AND NOT "is_imported";

ALTER TABLE "comment" ADD CONSTRAINT "comment_version_check" CHECK ("version" >= 1);
-- What was imported stays as it was.
ALTER TABLE "comment" ADD CONSTRAINT "comment_imported_check" CHECK ("commenter_id" IS NULL OR ("version" = 1 AND "edited_at" IS NULL AND "request_id" IS NULL));
ALTER TABLE "comment_change" ADD CONSTRAINT "comment_change_version_check" CHECK ("version" >= 1);
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_name_check" CHECK (btrim("name") <> '');
ALTER TABLE "draft" ADD CONSTRAINT "draft_size_check" CHECK (length("key") <= 200 AND length("text") <= 20000 AND length("choice") <= 200);

CREATE FUNCTION comment_change_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a comment said before is kept as it was' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "comment_change_kept" BEFORE UPDATE ON "comment_change" FOR EACH ROW EXECUTE FUNCTION comment_change_is_kept();

-- A comment's words change with its version, by one, and never without the row that says what stood there before. Seen at commit.
CREATE FUNCTION comment_change_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."version" <> OLD."version" + 1
     OR NOT EXISTS (SELECT 1 FROM "comment_change" WHERE "comment_id" = OLD."id" AND "version" = OLD."version" AND "text" = OLD."text") THEN
    RAISE EXCEPTION 'a change of a comment is recorded with what it said before' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "comment_recorded" AFTER UPDATE ON "comment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD."version", OLD."text") IS DISTINCT FROM (NEW."version", NEW."text"))
  EXECUTE FUNCTION comment_change_is_recorded();

-- The words with which a critique was raised or moved are part of its record.
CREATE FUNCTION comment_of_a_critique_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "critique_step" WHERE "comment_id" = NEW."id") OR EXISTS (SELECT 1 FROM "critique" WHERE "comment_id" = NEW."id") THEN
    RAISE EXCEPTION 'a comment that moved a critique stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "comment_of_critique_stays" BEFORE UPDATE OF "deleted_at" ON "comment"
  FOR EACH ROW WHEN (OLD."deleted_at" IS NULL AND NEW."deleted_at" IS NOT NULL) EXECUTE FUNCTION comment_of_a_critique_stays();

-- An annotation under which others have answered, or which is a critique, is not taken from under them.
CREATE FUNCTION annotation_with_answers_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "critique" WHERE "annotation_id" = NEW."id") OR EXISTS (
    SELECT 1 FROM "thread" t JOIN "comment" c ON c."thread_id" = t."id"
    WHERE t."annotation_id" = NEW."id" AND c."deleted_at" IS NULL AND c."person_id" IS DISTINCT FROM NEW."person_id"
  ) THEN
    RAISE EXCEPTION 'an annotation that others have answered stays, and stays where they see it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "annotation_answered" BEFORE UPDATE OF "deleted_at", "audience" ON "annotation"
  FOR EACH ROW WHEN ((OLD."deleted_at" IS NULL AND NEW."deleted_at" IS NOT NULL) OR (OLD."audience" = 'everyone' AND NEW."audience" = 'only_me'))
  EXECUTE FUNCTION annotation_with_answers_stays();

-- A critique is of an annotation or of a comment, of this article, by whoever made it.
ALTER TABLE "critique" ADD CONSTRAINT "critique_subject_check" CHECK (num_nonnulls("annotation_id", "comment_id") = 1);
ALTER TABLE "critique" ADD CONSTRAINT "critique_steps_check" CHECK ("step_count" >= 0);
ALTER TABLE "critique" ADD CONSTRAINT "critique_framework_check" CHECK ("framework_id" IS NULL OR "kind" IN ('framework', 'undercut'));

CREATE FUNCTION critique_is_of_its_subject() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" <> 'open' OR NEW."step_count" <> 0 THEN
    RAISE EXCEPTION 'a critique begins with the step that raises it' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "thread" t WHERE t."id" = NEW."thread_id" AND t."article_id" = NEW."article_id"
                 AND (NEW."annotation_id" IS NULL OR t."annotation_id" = NEW."annotation_id")) THEN
    RAISE EXCEPTION 'a critique stands in a thread of its article' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."annotation_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "annotation" a WHERE a."id" = NEW."annotation_id" AND a."person_id" = NEW."critic_id"
      AND a."audience" = 'everyone' AND a."deleted_at" IS NULL
  ) THEN
    RAISE EXCEPTION 'an annotation is made a critique by its maker, for everyone to see' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."comment_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "comment" c JOIN "thread" t ON t."id" = c."thread_id"
      LEFT JOIN "external_commenter" x ON x."id" = c."commenter_id" LEFT JOIN "annotation" a ON a."id" = t."annotation_id"
    WHERE c."id" = NEW."comment_id" AND c."thread_id" = NEW."thread_id" AND c."deleted_at" IS NULL
      AND coalesce(c."person_id", x."person_id") = NEW."critic_id"
      AND (a."id" IS NULL OR (a."audience" = 'everyone' AND a."deleted_at" IS NULL))
  ) THEN
    RAISE EXCEPTION 'a comment is made a critique by its writer, for everyone to see' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM "byline" WHERE "article_id" = NEW."article_id" AND "person_id" = NEW."critic_id") THEN
    RAISE EXCEPTION 'an author asks no answer of themselves' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "critique_subject" BEFORE INSERT ON "critique" FOR EACH ROW EXECUTE FUNCTION critique_is_of_its_subject();

-- What a critique says of itself follows from its steps, one at a time; the rest never changes.
CREATE FUNCTION critique_moves_by_a_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."article_id", NEW."thread_id", NEW."annotation_id", NEW."comment_id", NEW."critic_id", NEW."kind", NEW."framework_id", NEW."created_at")
     IS DISTINCT FROM
     (OLD."id", OLD."article_id", OLD."thread_id", OLD."annotation_id", OLD."comment_id", OLD."critic_id", OLD."kind", OLD."framework_id", OLD."created_at")
     OR NEW."step_count" <> OLD."step_count" + 1
     OR NOT EXISTS (SELECT 1 FROM "critique_step" s
                    WHERE s."critique_id" = NEW."id" AND s."number" = NEW."step_count" AND s."to_state" = NEW."state" AND s."at" = NEW."moved_at") THEN
    RAISE EXCEPTION 'a critique moves by a step' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "critique_moves" BEFORE UPDATE ON "critique" FOR EACH ROW EXECUTE FUNCTION critique_moves_by_a_step();

CREATE FUNCTION critique_was_raised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "critique" WHERE "id" = NEW."id" AND "step_count" = 0) THEN
    RAISE EXCEPTION 'a critique begins with the step that raises it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "critique_raised" AFTER INSERT ON "critique" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION critique_was_raised();

ALTER TABLE "critique_step" ADD CONSTRAINT "critique_step_number_check" CHECK ("number" >= 1 AND ("number" = 1) = ("kind" = 'raise'));
ALTER TABLE "critique_step" ADD CONSTRAINT "critique_step_raise_check"
  CHECK (("kind" = 'raise') = ("from_state" IS NULL) AND ("kind" <> 'raise' OR ("to_state" = 'open' AND "actor" = 'critic')));
ALTER TABLE "critique_step" ADD CONSTRAINT "critique_step_words_check"
  CHECK ("comment_id" IS NOT NULL OR "kind" NOT IN ('concede', 'rebut', 'clarify', 'revise', 'reopen'));
ALTER TABLE "critique_step" ADD CONSTRAINT "critique_step_passage_check" CHECK (("passage_id" IS NOT NULL) = ("kind" = 'revise'));

CREATE FUNCTION critique_step_is_legal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c record;
BEGIN
  -- Held, so that of two steps at once the second sees what the first made of it.
  SELECT * INTO c FROM "critique" WHERE "id" = NEW."critique_id" FOR UPDATE;
  IF NEW."number" <> c."step_count" + 1 OR (NEW."number" > 1 AND NEW."from_state" <> c."state") THEN
    RAISE EXCEPTION 'a step begins where the last one ended' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."actor" = 'critic' AND NEW."person_id" <> c."critic_id" THEN
    RAISE EXCEPTION 'this step is the critic''s alone' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."actor" = 'author' AND (NEW."person_id" = c."critic_id" OR NOT EXISTS (
    SELECT 1 FROM "byline" WHERE "article_id" = c."article_id" AND "person_id" = NEW."person_id")) THEN
    RAISE EXCEPTION 'this step is for an author of the article' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."comment_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "comment" m
    WHERE m."id" = NEW."comment_id" AND m."thread_id" = c."thread_id" AND m."person_id" = NEW."person_id" AND m."deleted_at" IS NULL) THEN
    RAISE EXCEPTION 'a step is explained by a word of the person who takes it, in the thread of its critique' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."passage_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "passage" p JOIN "revision" r ON r."id" = p."revision_id"
    WHERE p."id" = NEW."passage_id" AND r."article_id" = c."article_id") THEN
    RAISE EXCEPTION 'what was revised is a passage of the article' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "critique_step_legal" BEFORE INSERT ON "critique_step" FOR EACH ROW EXECUTE FUNCTION critique_step_is_legal();

CREATE FUNCTION critique_step_moves_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "critique" SET "state" = NEW."to_state", "step_count" = NEW."number", "moved_at" = NEW."at" WHERE "id" = NEW."critique_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "critique_step_moves" AFTER INSERT ON "critique_step" FOR EACH ROW EXECUTE FUNCTION critique_step_moves_it();

-- What happened has happened; a step goes with its critique alone.
CREATE FUNCTION critique_step_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM "critique" WHERE "id" = OLD."critique_id") THEN
    RAISE EXCEPTION 'a step in a critique''s life is kept as it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "critique_step_kept" BEFORE UPDATE OR DELETE ON "critique_step" FOR EACH ROW EXECUTE FUNCTION critique_step_is_kept();

-- Which step leads from where to where, and whose it is: lib/critiques/life.ts in rows.
INSERT INTO "critique_rule" ("kind", "actor", "from_state", "to_state") VALUES
('acknowledge', 'author', 'open', 'acknowledged'),
  ('concede', 'author', 'open', 'conceded'),
  ('concede', 'author', 'acknowledged', 'conceded'),
  ('concede', 'author', 'conceded', 'conceded'),
  ('concede', 'author', 'rebutted', 'conceded'),
  ('concede', 'author', 'clarified', 'conceded'),
  ('concede', 'author', 'revised', 'conceded'),
  ('rebut', 'author', 'open', 'rebutted'),
  ('rebut', 'author', 'acknowledged', 'rebutted'),
  ('rebut', 'author', 'conceded', 'rebutted'),
  ('rebut', 'author', 'rebutted', 'rebutted'),
  ('rebut', 'author', 'clarified', 'rebutted'),
  ('rebut', 'author', 'revised', 'rebutted'),
  ('clarify', 'author', 'open', 'clarified'),
  ('clarify', 'author', 'acknowledged', 'clarified'),
  ('clarify', 'author', 'conceded', 'clarified'),
  ('clarify', 'author', 'rebutted', 'clarified'),
  ('clarify', 'author', 'clarified', 'clarified'),
  ('clarify', 'author', 'revised', 'clarified'),
  ('revise', 'author', 'open', 'revised'),
  ('revise', 'author', 'acknowledged', 'revised'),
  ('revise', 'author', 'conceded', 'revised'),
  ('revise', 'author', 'rebutted', 'revised'),
  ('revise', 'author', 'clarified', 'revised'),
  ('revise', 'author', 'revised', 'revised'),
  ('satisfy', 'critic', 'conceded', 'satisfied'),
  ('satisfy', 'critic', 'rebutted', 'satisfied'),
  ('satisfy', 'critic', 'clarified', 'satisfied'),
  ('satisfy', 'critic', 'revised', 'satisfied'),
  ('satisfy', 'critic', 'maintained', 'satisfied'),
  ('maintain', 'critic', 'conceded', 'maintained'),
  ('maintain', 'critic', 'rebutted', 'maintained'),
  ('maintain', 'critic', 'clarified', 'maintained'),
  ('maintain', 'critic', 'revised', 'maintained'),
  ('withdraw', 'critic', 'open', 'withdrawn'),
  ('withdraw', 'critic', 'acknowledged', 'withdrawn'),
  ('withdraw', 'critic', 'conceded', 'withdrawn'),
  ('withdraw', 'critic', 'rebutted', 'withdrawn'),
  ('withdraw', 'critic', 'clarified', 'withdrawn'),
  ('withdraw', 'critic', 'revised', 'withdrawn'),
  ('withdraw', 'critic', 'maintained', 'withdrawn'),
  ('reopen', 'critic', 'conceded', 'open'),
  ('reopen', 'critic', 'rebutted', 'open'),
  ('reopen', 'critic', 'clarified', 'open'),
  ('reopen', 'critic', 'revised', 'open'),
  ('reopen', 'critic', 'satisfied', 'open'),
  ('reopen', 'critic', 'maintained', 'open'),
  ('reopen', 'critic', 'withdrawn', 'open'),
  ('reopen', 'author', 'conceded', 'open'),
  ('reopen', 'author', 'rebutted', 'open'),
  ('reopen', 'author', 'clarified', 'open'),
  ('reopen', 'author', 'revised', 'open'),
  ('reopen', 'author', 'satisfied', 'open'),
  ('reopen', 'author', 'maintained', 'open'),
  ('reopen', 'author', 'withdrawn', 'open');
