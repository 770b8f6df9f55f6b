-- Mail is stored with what it tells of, and handed to the SMTP server afterwards: a server that is away loses nothing, and what may
-- have gone out is not sent again.
-- CreateEnum
CREATE TYPE "outgoing_mail_state" AS ENUM ('queued', 'sending', 'sent', 'refused', 'unsure');

-- CreateTable
CREATE TABLE "outgoing_mail" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "unsubscribable" BOOLEAN NOT NULL DEFAULT false,
    "dedupe_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "outgoing_mail_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "begun_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outgoing_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_mail_dedupe_key_key" ON "outgoing_mail"("dedupe_key");

-- CreateIndex
CREATE INDEX "outgoing_mail_person_id_idx" ON "outgoing_mail"("person_id");

-- CreateIndex
CREATE INDEX "outgoing_mail_state_created_at_idx" ON "outgoing_mail"("state", "created_at");

-- AddForeignKey
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── By hand: what Prisma's schema cannot say ────────────────────────────────

-- One line each: a line break in them would begin another header, or another command to the server.
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_to_check" CHECK ("to_address" ~ '^[^[:cntrl:][:space:]<>,;"@]+@[^[:cntrl:][:space:]<>,;"@]+$');
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_subject_check"
  CHECK (btrim("subject") <> '' AND length("subject") <= 300 AND "subject" !~ '[[:cntrl:]]');
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_size_check"
  CHECK (length("text") <= 200000 AND length("html") <= 1000000 AND length("dedupe_key") BETWEEN 1 AND 300 AND length("last_error") <= 1000);
-- Whom a way out is offered to has to be known.
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_unsubscribable_check" CHECK (NOT "unsubscribable" OR "person_id" IS NOT NULL);

ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_queued_check" CHECK (("state" = 'queued') = ("next_attempt_at" IS NOT NULL));
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_sending_check"
  CHECK (("state" = 'sending') = ("leased_until" IS NOT NULL) AND "attempts" >= CASE "state" WHEN 'sending' THEN 1 ELSE 0 END);
-- What waits has not begun to leave; what was sent, or may have been, has.
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_begun_check"
  CHECK (CASE "state" WHEN 'queued' THEN "begun_at" IS NULL WHEN 'sent' THEN "begun_at" IS NOT NULL WHEN 'unsure' THEN "begun_at" IS NOT NULL ELSE true END);
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_sent_check" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL));
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_error_check"
  CHECK (CASE "state" WHEN 'sent' THEN "last_error" IS NULL WHEN 'refused' THEN "last_error" IS NOT NULL WHEN 'unsure' THEN "last_error" IS NOT NULL ELSE true END);

-- The queue: what is due, and claims whose holder may be gone.
CREATE INDEX "outgoing_mail_due" ON "outgoing_mail" ("next_attempt_at", "id") WHERE "state" = 'queued';
CREATE INDEX "outgoing_mail_leased" ON "outgoing_mail" ("leased_until") WHERE "state" = 'sending';

-- What goes out is what was queued; what went out or was refused is at its end; only what waits is claimed.
CREATE FUNCTION outgoing_mail_takes_its_course() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."person_id", NEW."to_address", NEW."subject", NEW."text", NEW."html", NEW."unsubscribable", NEW."dedupe_key", NEW."created_at")
     IS DISTINCT FROM
     (OLD."id", OLD."person_id", OLD."to_address", OLD."subject", OLD."text", OLD."html", OLD."unsubscribable", OLD."dedupe_key", OLD."created_at") THEN
    RAISE EXCEPTION 'a mail goes out as it was queued' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD."state" IN ('sent', 'refused') THEN
    RAISE EXCEPTION 'a mail that was sent or refused is at its end' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" = 'sending' AND OLD."state" <> 'sending' AND (OLD."state" <> 'queued' OR NEW."attempts" <> OLD."attempts" + 1) THEN
    RAISE EXCEPTION 'a mail is claimed from the queue, and the claim is counted' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "outgoing_mail_course" BEFORE UPDATE ON "outgoing_mail" FOR EACH ROW EXECUTE FUNCTION outgoing_mail_takes_its_course();
