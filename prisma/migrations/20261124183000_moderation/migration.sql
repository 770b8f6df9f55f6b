-- A moderator hides what is abuse and brings it back, which is kept: never an author of the article, and never in their own cause.
-- CreateEnum
CREATE TYPE "moderation_kind" AS ENUM ('hide', 'restore');

-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "hidden_by_id" UUID,
ADD COLUMN     "hidden_reason" TEXT;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "hidden_by_id" UUID,
ADD COLUMN     "hidden_reason" TEXT;

-- CreateTable
CREATE TABLE "moderation" (
    "id" UUID NOT NULL,
    "comment_id" UUID,
    "annotation_id" UUID,
    "kind" "moderation_kind" NOT NULL,
    "moderator_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "moderation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "moderation_comment_id_at_idx" ON "moderation"("comment_id", "at");

-- CreateIndex
CREATE INDEX "moderation_annotation_id_at_idx" ON "moderation"("annotation_id", "at");

-- CreateIndex
CREATE INDEX "moderation_moderator_id_idx" ON "moderation"("moderator_id");

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_hidden_by_id_fkey" FOREIGN KEY ("hidden_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_hidden_by_id_fkey" FOREIGN KEY ("hidden_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ── By hand: what Prisma's schema cannot say ────────────────────────────────

ALTER TABLE "moderation" ADD CONSTRAINT "moderation_subject_check" CHECK (num_nonnulls("comment_id", "annotation_id") = 1);
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_reason_check" CHECK (btrim("reason") <> '');
ALTER TABLE "comment" ADD CONSTRAINT "comment_hidden_check" CHECK (num_nonnulls("hidden_at", "hidden_by_id", "hidden_reason") IN (0, 3));
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_hidden_check" CHECK (num_nonnulls("hidden_at", "hidden_by_id", "hidden_reason") IN (0, 3));

-- Whether words are kept from a viewer (null: not signed in): hidden ones from all but their writer and moderators. The same as
-- `readsHidden` of lib/policy/moderation.ts, for queries; a test holds the two equal.
CREATE FUNCTION words_are_hidden(hidden_at timestamptz, writer uuid, viewer uuid, moderates boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT hidden_at IS NOT NULL AND NOT moderates AND (viewer IS NULL OR writer IS NULL OR writer <> viewer)
$$;

-- Whose the words of a comment are: a person's, who may have been linked to the name under which they stand.
CREATE FUNCTION comment_writer(comment uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(c."person_id", x."person_id", b."person_id")
  FROM "comment" c LEFT JOIN "external_commenter" x ON x."id" = c."commenter_id" LEFT JOIN "byline" b ON b."id" = x."byline_id"
  WHERE c."id" = comment
$$;

CREATE FUNCTION moderation_is_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject record;
BEGIN
  -- Held, so that of two at once the second sees what the first made of it.
  IF NEW."comment_id" IS NOT NULL THEN
    SELECT t."article_id" AS article_id, comment_writer(c."id") AS writer, c."hidden_at" AS hidden_at INTO subject
      FROM "comment" c JOIN "thread" t ON t."id" = c."thread_id" WHERE c."id" = NEW."comment_id" FOR UPDATE OF c;
  ELSE
    SELECT a."article_id" AS article_id, a."person_id" AS writer, a."hidden_at" AS hidden_at INTO subject
      FROM "annotation" a WHERE a."id" = NEW."annotation_id" FOR UPDATE;
  END IF;
  IF EXISTS (SELECT 1 FROM "byline" WHERE "article_id" = subject.article_id AND "person_id" = NEW."moderator_id") THEN
    RAISE EXCEPTION 'an author moderates nothing under their own article' USING ERRCODE = 'check_violation';
  END IF;
  IF subject.writer = NEW."moderator_id" THEN
    RAISE EXCEPTION 'nobody moderates their own words' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "person" WHERE "id" = NEW."moderator_id" AND "role" <> 'reader') THEN
    RAISE EXCEPTION 'moderators moderate' USING ERRCODE = 'check_violation';
  END IF;
  IF (subject.hidden_at IS NULL) <> (NEW."kind" = 'hide') OR NEW."at" < subject.hidden_at THEN
    RAISE EXCEPTION 'what is shown can be hidden, and what is hidden brought back' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "moderation_allowed" BEFORE INSERT ON "moderation" FOR EACH ROW EXECUTE FUNCTION moderation_is_allowed();

CREATE FUNCTION moderation_takes_effect() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hides boolean := NEW."kind" = 'hide';
BEGIN
  UPDATE "comment" SET
    "hidden_at" = CASE WHEN hides THEN NEW."at" END,
    "hidden_by_id" = CASE WHEN hides THEN NEW."moderator_id" END,
    "hidden_reason" = CASE WHEN hides THEN NEW."reason" END
  WHERE "id" = NEW."comment_id";
  UPDATE "annotation" SET
    "hidden_at" = CASE WHEN hides THEN NEW."at" END,
    "hidden_by_id" = CASE WHEN hides THEN NEW."moderator_id" END,
    "hidden_reason" = CASE WHEN hides THEN NEW."reason" END
  WHERE "id" = NEW."annotation_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "moderation_effect" AFTER INSERT ON "moderation" FOR EACH ROW EXECUTE FUNCTION moderation_takes_effect();

-- What was done has been done; it goes with what it was done to alone.
CREATE FUNCTION moderation_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM "comment" WHERE "id" = OLD."comment_id") OR EXISTS (SELECT 1 FROM "annotation" WHERE "id" = OLD."annotation_id") THEN
    RAISE EXCEPTION 'what a moderator did is kept as it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "moderation_kept" BEFORE UPDATE OR DELETE ON "moderation" FOR EACH ROW EXECUTE FUNCTION moderation_is_kept();

-- Nothing is hidden or brought back without the row that says by whom and why: the newest of its rows says what it is. Seen at commit.
CREATE FUNCTION comment_is_moderated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "comment" c
    LEFT JOIN LATERAL (SELECT m.* FROM "moderation" m WHERE m."comment_id" = c."id" ORDER BY m."at" DESC, (m."kind" = 'hide') = (c."hidden_at" IS NOT NULL) DESC LIMIT 1) m ON true
    WHERE c."id" = NEW."id" AND (c."hidden_at", c."hidden_by_id", c."hidden_reason") IS DISTINCT FROM
      (CASE m."kind" WHEN 'hide' THEN m."at" END, CASE m."kind" WHEN 'hide' THEN m."moderator_id" END, CASE m."kind" WHEN 'hide' THEN m."reason" END)
  ) THEN
    RAISE EXCEPTION 'a comment is hidden and brought back by a moderator, who says why' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "comment_moderated_insert" AFTER INSERT ON "comment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."hidden_at" IS NOT NULL) EXECUTE FUNCTION comment_is_moderated();
CREATE CONSTRAINT TRIGGER "comment_moderated" AFTER UPDATE ON "comment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD."hidden_at", OLD."hidden_by_id", OLD."hidden_reason") IS DISTINCT FROM (NEW."hidden_at", NEW."hidden_by_id", NEW."hidden_reason"))
  EXECUTE FUNCTION comment_is_moderated();

CREATE FUNCTION annotation_is_moderated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "annotation" a
    LEFT JOIN LATERAL (SELECT m.* FROM "moderation" m WHERE m."annotation_id" = a."id" ORDER BY m."at" DESC, (m."kind" = 'hide') = (a."hidden_at" IS NOT NULL) DESC LIMIT 1) m ON true
    WHERE a."id" = NEW."id" AND (a."hidden_at", a."hidden_by_id", a."hidden_reason") IS DISTINCT FROM
      (CASE m."kind" WHEN 'hide' THEN m."at" END, CASE m."kind" WHEN 'hide' THEN m."moderator_id" END, CASE m."kind" WHEN 'hide' THEN m."reason" END)
  ) THEN
    RAISE EXCEPTION 'a note is hidden and brought back by a moderator, who says why' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "annotation_moderated_insert" AFTER INSERT ON "annotation" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."hidden_at" IS NOT NULL) EXECUTE FUNCTION annotation_is_moderated();
CREATE CONSTRAINT TRIGGER "annotation_moderated" AFTER UPDATE ON "annotation" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD."hidden_at", OLD."hidden_by_id", OLD."hidden_reason") IS DISTINCT FROM (NEW."hidden_at", NEW."hidden_by_id", NEW."hidden_reason"))
  EXECUTE FUNCTION annotation_is_moderated();
