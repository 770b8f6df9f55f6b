import { beforeEach, expect, it } from "vitest";
import { deliverDue, queueMail } from "@/lib/mail/commands";
import { getOutbox } from "@/lib/mail/queries";
import { transact } from "@/lib/platform/db";
import type { Delivery } from "@/lib/platform/delivery";
import { anonymous } from "@/lib/policy/viewer";
import { emptyDatabase, makePerson } from "../fixtures/database";

const now = new Date("2026-11-24T12:00:00Z");

beforeEach(async () => {
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
  process.env.MAIL_FROM = "Hedgerow <mail@hedgerow.example>";
  await emptyDatabase();
});

it("is for admins; for others there is none", async () => {
  for (const viewer of [anonymous, await makePerson("Mina"), await makePerson("Kofi", "curator")])
    await expect(getOutbox(viewer)).rejects.toMatchObject({ code: "not-found" });
});

it("counts what it holds and tells what went wrong, and nothing of what mails say", async () => {
  const outcomes: Record<string, Delivery> = {
    "taken@hedgerow.example": { kind: "sent" },
    "gone@hedgerow.example": { kind: "refused", why: "550 そんな人はいません" },
    "later@hedgerow.example": { kind: "later", why: "451 Greylisted", about: "mail" },
    "lost@hedgerow.example": { kind: "unsure", why: "Timeout" },
  };
  await transact(async (transaction) => {
    for (const to of Object.keys(outcomes)) {
      const mail = { dedupeKey: to, personId: null, to, subject: "private", text: "private words", html: null, unsubscribable: false };
      await queueMail(transaction, mail, now);
    }
  });
  await deliverDue(
    () => now,
    async ({ to }, beforeData) => {
      const outcome = outcomes[to];
      if (!outcome) throw new Error("a mail that nobody queued");
      if (outcome.kind !== "later") await beforeData();
      return outcome;
    },
    { random: () => 0.5 },
  );
  const outbox = await getOutbox(await makePerson("Ada", "admin"));
  expect(outbox.isSetUp).toBe(true);
  expect(Object.fromEntries(outbox.counts.map(({ state, count }) => [state, count]))).toEqual({
    queued: 1,
    sending: 0,
    sent: 1,
    refused: 1,
    unsure: 1,
  });
  const troubles = outbox.troubles.map(({ to, state, lastError, nextAttemptAt }) => [to, state, lastError, nextAttemptAt]);
  expect(troubles).toHaveLength(3);
  expect(troubles.slice(0, 2)).toEqual(
    expect.arrayContaining([
      ["gone@hedgerow.example", "refused", "550 そんな人はいません", null],
      ["lost@hedgerow.example", "unsure", "Timeout", null],
    ]),
  );
  expect(troubles[2]).toEqual(["later@hedgerow.example", "queued", "451 Greylisted", "2026-11-24T12:01:00.000Z"]);
  expect(JSON.stringify(outbox)).not.toContain("private");
});
