-- Verified authors: that a name under an article is a person's is asked for, decided and ended, and each of these is kept.
-- CreateEnum
CREATE TYPE "attribution_state" AS ENUM ('requested', 'confirmed', 'declined', 'ended');

-- CreateTable
CREATE TABLE "attribution" (
    "id" UUID NOT NULL,
    "byline_id" UUID,
    "commenter_id" UUID,
    "person_id" UUID NOT NULL,
    "state" "attribution_state" NOT NULL,
    "statement" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "attribution_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attribution_byline_id_idx" ON "attribution"("byline_id");

-- CreateIndex
CREATE INDEX "attribution_commenter_id_idx" ON "attribution"("commenter_id");

-- CreateIndex
CREATE INDEX "attribution_person_id_idx" ON "attribution"("person_id");

-- CreateIndex
CREATE INDEX "attribution_state_requested_at_id_idx" ON "attribution"("state", "requested_at", "id");

-- CreateIndex
CREATE INDEX "attribution_decided_by_id_idx" ON "attribution"("decided_by_id");

-- CreateIndex
CREATE INDEX "attribution_ended_by_id_idx" ON "attribution"("ended_by_id");

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_byline_id_fkey" FOREIGN KEY ("byline_id") REFERENCES "byline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_commenter_id_fkey" FOREIGN KEY ("commenter_id") REFERENCES "external_commenter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ── By hand: what Prisma's schema cannot say ────────────────────────────────

ALTER TABLE "attribution" ADD CONSTRAINT "attribution_name_check" CHECK (num_nonnulls("byline_id", "commenter_id") = 1);
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_words_check" CHECK (btrim("statement") <> '' AND btrim("reason") <> '');
-- Who asks says how they show it; and what somebody asks for, somebody else decides.
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_asked_check" CHECK ("statement" IS NOT NULL OR "state" NOT IN ('requested', 'declined'));
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_decider_check" CHECK ("statement" IS NULL OR "decided_by_id" IS DISTINCT FROM "person_id");
-- One that was ended before anybody decided was taken back.
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_state_check" CHECK (
  CASE "state"
    WHEN 'requested' THEN num_nonnulls("decided_by_id", "decided_at", "reason", "ended_by_id", "ended_at") = 0
    WHEN 'confirmed' THEN "decided_at" IS NOT NULL AND num_nonnulls("ended_by_id", "ended_at") = 0
    WHEN 'declined' THEN num_nonnulls("decided_by_id", "decided_at", "reason") = 3 AND num_nonnulls("ended_by_id", "ended_at") = 0
    WHEN 'ended' THEN num_nonnulls("ended_by_id", "ended_at") = 2 AND ("statement" IS NOT NULL OR "decided_at" IS NOT NULL)
  END
);
CREATE UNIQUE INDEX "attribution_byline_open_key" ON "attribution" ("byline_id", "person_id") WHERE "state" = 'requested';
CREATE UNIQUE INDEX "attribution_commenter_open_key" ON "attribution" ("commenter_id", "person_id") WHERE "state" = 'requested';
CREATE UNIQUE INDEX "attribution_byline_confirmed_key" ON "attribution" ("byline_id") WHERE "state" = 'confirmed';
CREATE UNIQUE INDEX "attribution_commenter_confirmed_key" ON "attribution" ("commenter_id") WHERE "state" = 'confirmed';

-- Whoever is linked already was linked before anybody wrote down by whom.
INSERT INTO "attribution" ("id", "byline_id", "person_id", "state", "requested_at", "decided_at")
  SELECT gen_random_uuid(), b."id", b."person_id", 'confirmed', a."created_at", a."created_at"
  FROM "byline" b JOIN "article" a ON a."id" = b."article_id" WHERE b."person_id" IS NOT NULL;
INSERT INTO "attribution" ("id", "commenter_id", "person_id", "state", "requested_at", "decided_at")
  SELECT gen_random_uuid(), x."id", x."person_id", 'confirmed', a."created_at", a."created_at"
  FROM "external_commenter" x JOIN "article" a ON a."id" = x."article_id" WHERE x."person_id" IS NOT NULL;

-- What was asked, said and decided has been; it goes with its name or its person alone.
CREATE FUNCTION attribution_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM "person" WHERE "id" = OLD."person_id")
       AND (EXISTS (SELECT 1 FROM "byline" WHERE "id" = OLD."byline_id") OR EXISTS (SELECT 1 FROM "external_commenter" WHERE "id" = OLD."commenter_id")) THEN
      RAISE EXCEPTION 'an attribution is ended, not deleted' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW."id", NEW."byline_id", NEW."commenter_id", NEW."person_id", NEW."statement", NEW."requested_at")
     IS DISTINCT FROM (OLD."id", OLD."byline_id", OLD."commenter_id", OLD."person_id", OLD."statement", OLD."requested_at")
     OR (OLD."state" <> 'requested' AND (NEW."decided_by_id", NEW."decided_at", NEW."reason")
         IS DISTINCT FROM (OLD."decided_by_id", OLD."decided_at", OLD."reason")) THEN
    RAISE EXCEPTION 'what was said of an attribution is kept as it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT ((OLD."state" = 'requested' AND NEW."state" IN ('confirmed', 'declined', 'ended')) OR (OLD."state" = 'confirmed' AND NEW."state" = 'ended')) THEN
    RAISE EXCEPTION 'an attribution that was % is not made %', OLD."state", NEW."state" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "attribution_kept" BEFORE UPDATE OR DELETE ON "attribution" FOR EACH ROW EXECUTE FUNCTION attribution_is_kept();

-- A name is linked to the person of its confirmed attribution, and to nobody without one. Seen at commit, since one is written before
-- the other.
CREATE FUNCTION assert_attributed(byline uuid, commenter uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "byline" b
    WHERE b."id" = byline
      AND b."person_id" IS DISTINCT FROM (SELECT t."person_id" FROM "attribution" t WHERE t."byline_id" = b."id" AND t."state" = 'confirmed')
  ) OR EXISTS (
    SELECT 1 FROM "external_commenter" x
    WHERE x."id" = commenter
      AND x."person_id" IS DISTINCT FROM (SELECT t."person_id" FROM "attribution" t WHERE t."commenter_id" = x."id" AND t."state" = 'confirmed')
  ) THEN
    RAISE EXCEPTION 'a name is linked to a person by a confirmed attribution' USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION byline_is_attributed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_attributed(NEW."id", NULL);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "byline_attributed" AFTER INSERT OR UPDATE OF "person_id" ON "byline" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION byline_is_attributed();

CREATE FUNCTION commenter_is_attributed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_attributed(NULL, NEW."id");
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "external_commenter_attributed" AFTER INSERT OR UPDATE OF "person_id" ON "external_commenter" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION commenter_is_attributed();

CREATE FUNCTION attribution_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM assert_attributed(OLD."byline_id", OLD."commenter_id");
  ELSE
    PERFORM assert_attributed(NEW."byline_id", NEW."commenter_id");
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "attribution_linked" AFTER INSERT OR UPDATE OR DELETE ON "attribution" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION attribution_links();
