-- People are told of what is answered, asked or said to them, and say what they follow, what they mute, and how often they are written to.
-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('mention', 'critique', 'answer', 'step', 'reply', 'followed');

-- CreateEnum
CREATE TYPE "follow_mode" AS ENUM ('follow', 'mute');

-- CreateEnum
CREATE TYPE "mail_rhythm" AS ENUM ('at_once', 'daily', 'weekly', 'never');

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "mail_rhythm" "mail_rhythm" NOT NULL DEFAULT 'daily';

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "article_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "comment_id" UUID,
    "critique_id" UUID,
    "step_number" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "article_id" UUID,
    "thread_id" UUID,
    "mode" "follow_mode" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notification_person_id_created_at_id_idx" ON "notification"("person_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "notification_article_id_idx" ON "notification"("article_id");

-- CreateIndex
CREATE INDEX "notification_thread_id_idx" ON "notification"("thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_comment_id_person_id_key" ON "notification"("comment_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_critique_id_step_number_person_id_key" ON "notification"("critique_id", "step_number", "person_id");

-- CreateIndex
CREATE INDEX "follow_person_id_idx" ON "follow"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_article_id_person_id_key" ON "follow"("article_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_thread_id_person_id_key" ON "follow"("thread_id", "person_id");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_critique_id_step_number_fkey" FOREIGN KEY ("critique_id", "step_number") REFERENCES "critique_step"("critique_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── By hand: what Prisma's schema cannot say ────────────────────────────────

ALTER TABLE "notification" ADD CONSTRAINT "notification_event_check" CHECK (
  num_nonnulls("comment_id", "critique_id") >= 1 AND ("critique_id" IS NULL) = ("step_number" IS NULL)
  AND ("critique_id" IS NOT NULL OR "kind" NOT IN ('critique', 'answer', 'step')));
ALTER TABLE "follow" ADD CONSTRAINT "follow_subject_check" CHECK (num_nonnulls("article_id", "thread_id") = 1);

-- The count in the bar of every page, and what the mail's round looks for: both small beside all that was ever told.
CREATE INDEX "notification_unread_idx" ON "notification" ("person_id", "thread_id") WHERE "read_at" IS NULL;
CREATE INDEX "notification_unmailed_idx" ON "notification" ("person_id", "created_at") WHERE "mailed_at" IS NULL AND "read_at" IS NULL;
