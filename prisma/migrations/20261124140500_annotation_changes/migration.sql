-- Every change of an annotation is kept, with what the annotation said before.
-- CreateEnum
CREATE TYPE "annotation_change_kind" AS ENUM ('edit', 'delete', 'restore');

-- CreateTable
CREATE TABLE "annotation_change" (
    "annotation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "annotation_change_kind" NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "audience" "audience" NOT NULL,
    "is_deleted" BOOLEAN NOT NULL,

    CONSTRAINT "annotation_change_pkey" PRIMARY KEY ("annotation_id","version")
);

-- CreateTable
CREATE TABLE "annotation_change_tag" (
    "annotation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "framework_id" UUID NOT NULL,
    "stance" "stance" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "annotation_change_tag_pkey" PRIMARY KEY ("annotation_id","version","framework_id")
);

-- CreateIndex
CREATE INDEX "annotation_change_changed_by_id_idx" ON "annotation_change"("changed_by_id");

-- CreateIndex
CREATE INDEX "annotation_change_tag_framework_id_idx" ON "annotation_change_tag"("framework_id");

-- AddForeignKey
ALTER TABLE "annotation_change" ADD CONSTRAINT "annotation_change_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_change" ADD CONSTRAINT "annotation_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_change_tag" ADD CONSTRAINT "annotation_change_tag_annotation_id_version_fkey" FOREIGN KEY ("annotation_id", "version") REFERENCES "annotation_change"("annotation_id", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_change_tag" ADD CONSTRAINT "annotation_change_tag_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- By hand: what Prisma's schema cannot say.
ALTER TABLE "annotation_change" ADD CONSTRAINT "annotation_change_version_check" CHECK ("version" >= 1);
ALTER TABLE "annotation_change" ADD CONSTRAINT "annotation_change_note_check" CHECK ("note" IS NULL OR "note" <> '');
ALTER TABLE "annotation_change" ADD CONSTRAINT "annotation_change_kind_check"
  CHECK (("kind" = 'restore') = "is_deleted");
ALTER TABLE "annotation_change_tag" ADD CONSTRAINT "annotation_change_tag_position_check" CHECK ("position" >= 0);

-- The past does not change.
CREATE FUNCTION annotation_change_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what an annotation said before is kept as it was' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "annotation_change_kept" BEFORE UPDATE ON "annotation_change"
  FOR EACH ROW EXECUTE FUNCTION annotation_change_is_kept();
CREATE TRIGGER "annotation_change_tag_kept" BEFORE UPDATE ON "annotation_change_tag"
  FOR EACH ROW EXECUTE FUNCTION annotation_change_is_kept();

-- An annotation's words, audience and being there change with its version alone, and never without the row that says
-- what was there before. Seen at commit, so that the order of the statements does not matter.
CREATE FUNCTION annotation_change_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'each change makes an annotation''s version one more' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "annotation_change" WHERE "annotation_id" = OLD."id" AND "version" = OLD."version") THEN
    RAISE EXCEPTION 'a change of an annotation is recorded with what it said before' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "annotation_recorded" AFTER UPDATE ON "annotation" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (
    (OLD."version", OLD."note", OLD."audience", OLD."deleted_at" IS NULL)
    IS DISTINCT FROM (NEW."version", NEW."note", NEW."audience", NEW."deleted_at" IS NULL))
  EXECUTE FUNCTION annotation_change_is_recorded();

-- A recorded change has happened, and names the tags that were there.
CREATE FUNCTION annotation_change_has_happened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "annotation" WHERE "id" = NEW."annotation_id" AND "version" <= NEW."version") THEN
    RAISE EXCEPTION 'a change is recorded with the change' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "annotation_change_tag" t WHERE t."annotation_id" = NEW."annotation_id" AND t."version" = NEW."version") THEN
    RAISE EXCEPTION 'a recorded change names the tags that were there' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "annotation_change_happened" AFTER INSERT ON "annotation_change" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION annotation_change_has_happened();
