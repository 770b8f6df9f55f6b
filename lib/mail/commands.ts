import "server-only";
import { AppError } from "../errors";
import { storable } from "../plain-text";
import { database, type Transaction, transact } from "../platform/db";
import type { Delivery } from "../platform/delivery";
import { settings } from "../platform/env";
import { log } from "../platform/log";
import type { SendLetter } from "../platform/mail";
import { countTry } from "../platform/rate-limit";
import { letterOf, type Sender, type StoredMail } from "./letter";
import { isMailbox, type NewMail, subjectLine } from "./mail";
import { neverTried, type Outcome, outcome } from "./outcome";
import { isStale } from "./retry";
import { personOfToken } from "./unsubscribe";

/** How long a claim holds until the message begins to leave; its holder is not heard of after that, and another takes the mail. */
const CLAIM_MS = 5 * 60_000;
/** And from then on: longer than a server may take to answer (`PATIENCE` in lib/platform/mail.ts). */
const DATA_MS = 20 * 60_000;
/** Mails that are at their end are forgotten after this, their words with them. */
const KEPT_MS = 90 * 24 * 3_600_000;
const FORGET_AT_ONCE = 500;

/** Guesses are told from each other by nothing: the seal is what keeps them out, this keeps them from keeping the server busy. */
const WRONG_TOKENS = { count: 300, seconds: 3600 };
const UNSUBSCRIPTIONS = { count: 20, seconds: 3600 };

/** What a round of deliveries came to, in mails. `stopped`: the server was away, or the process is to end; the rest waits. */
export type Round = { sent: number; later: number; refused: number; unsure: number; stopped: boolean };

/**
 * Puts a mail into the outbox within `transaction`: it goes out when that is committed, and only then.
 * @returns false when nothing was queued: there is one of this `dedupeKey` already, or this installation sends no mail
 * @throws Error when `to` is not one mailbox
 */
export async function queueMail(transaction: Transaction, mail: NewMail, now: Date): Promise<boolean> {
  if (!isMailbox(mail.to)) throw new Error("queueMail was called with something else than one mailbox");
  if (!settings().SMTP_URL) return false;
  const { count } = await transaction.outgoingMail.createMany({
    data: {
      ...mail,
      subject: subjectLine(storable(mail.subject)),
      text: storable(mail.text),
      html: mail.html && storable(mail.html),
      createdAt: now,
      nextAttemptAt: now,
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/**
 * Sends what is due, one mail after the other, until nothing is or the server turns out to be away. Any number of processes may do so
 * at once: each mail is claimed by one of them, the claim is committed, and only then is the server asked; before the first byte of the
 * message leaves, the row is marked. So a claim that broke off unmarked has sent nothing and is taken up by another, and one that broke
 * off marked may have been sent: it becomes `unsure` and is left alone.
 */
export async function deliverDue(
  clock: () => Date,
  send: SendLetter,
  { signal, random = Math.random }: { signal?: AbortSignal; random?: () => number } = {},
): Promise<Round> {
  const round: Round = { sent: 0, later: 0, refused: 0, unsure: await settleLapsed(clock()), stopped: false };
  while (!round.stopped) {
    if (signal?.aborted) return { ...round, stopped: true };
    const claim = await claimNext(clock());
    if (claim === null) break;
    const delivery = await deliver(claim, clock, send, signal);
    const { state } = await record(claim, delivery, clock(), random());
    round[state === "queued" ? "later" : state]++;
    round.stopped = delivery.kind === "later" && delivery.about === "server";
  }
  await forgetOld(clock());
  return round;
}

type Claim = StoredMail & { attempts: number };

/** Claims whose holders are gone: back to the queue, or unsure when the message had begun to leave. @returns how many are unsure */
async function settleLapsed(now: Date): Promise<number> {
  const lapsed = { state: "sending", leasedUntil: { lte: now } } as const;
  await database().outgoingMail.updateMany({
    where: { ...lapsed, begunAt: null },
    data: { state: "queued", leasedUntil: null, nextAttemptAt: now },
  });
  const { count } = await database().outgoingMail.updateMany({
    where: { ...lapsed, begunAt: { not: null } },
    data: { state: "unsure", leasedUntil: null, lastError: "The process that was sending it ended before the server had answered." },
  });
  return count;
}

/** One statement, so it is committed when it returns, and skips what others are just claiming. */
async function claimNext(now: Date): Promise<Claim | null> {
  const until = new Date(now.getTime() + CLAIM_MS);
  const [claim] = await database().$queryRaw<Claim[]>`
    UPDATE outgoing_mail SET state = 'sending', attempts = attempts + 1, next_attempt_at = NULL, leased_until = ${until}::timestamptz
    WHERE id = (
      SELECT id FROM outgoing_mail WHERE state = 'queued' AND next_attempt_at <= ${now}::timestamptz
      ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, person_id AS "personId", to_address AS "to", subject, text, html, unsubscribable, created_at AS "createdAt", attempts`;
  return claim ?? null;
}

class ClaimLost extends Error {}

async function deliver(claim: Claim, clock: () => Date, send: SendLetter, signal?: AbortSignal): Promise<Delivery> {
  if (isStale(claim, clock())) return neverTried;
  let begun = false;
  const beforeData = async () => {
    if (signal?.aborted) throw new ClaimLost("The process is to end.");
    const now = clock();
    // Whoever was held up until the claim ran out finds it taken by another here, and sends nothing.
    const { count } = await database().outgoingMail.updateMany({
      where: { ...claimed(claim), state: "sending", begunAt: null },
      data: { begunAt: now, leasedUntil: new Date(now.getTime() + DATA_MS) },
    });
    if (count === 0) throw new ClaimLost("The claim had run out.");
    begun = true;
  };
  try {
    return await send(letterOf(claim, sender()), beforeData);
  } catch (error) {
    log.error("sending a mail failed", error, { mailId: claim.id });
    const why = error instanceof Error ? error.message : String(error);
    return begun ? { kind: "unsure", why } : { kind: "later", why, about: "mail" };
  }
}

/** Each claim has a count of its own, so an outcome that comes late is not written over what another has done since. */
const claimed = ({ id, attempts }: Claim) => ({ id, attempts });

async function record(claim: Claim, delivery: Delivery, now: Date, random: number): Promise<Outcome> {
  const data = outcome(claim, delivery, now, random);
  // An outcome may come after the claim ran out and was marked unsure: then it is known after all.
  await database().outgoingMail.updateMany({
    where: { ...claimed(claim), state: { in: ["sending", "unsure"] } },
    data: { leasedUntil: null, ...data },
  });
  return data;
}

function sender(): Sender {
  const { HEDGEROW_ORIGIN: origin, MAIL_FROM: from, NEXTAUTH_SECRET: secret } = settings();
  if (!from) throw new Error("deliverDue was called without mail settings");
  return { origin, from, secret };
}

/** Some at a time, by the index of states. */
async function forgetOld(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  await database().$executeRaw`
    DELETE FROM outgoing_mail WHERE id IN (
      SELECT id FROM outgoing_mail WHERE state IN ('sent', 'refused', 'unsure') AND created_at < ${before}::timestamptz
      LIMIT ${FORGET_AT_ONCE} FOR UPDATE SKIP LOCKED)`;
}

/**
 * Stops the mails about what somebody was told, by the token of one of them; what of them still waits is not sent. Their inbox goes on.
 * Asks for no session: whoever holds the mail may stop it (RFC 8058).
 * @throws AppError "not-found", alike for each token that stops nobody's mails | "rate-limited"
 */
export async function unsubscribe(token: string): Promise<void> {
  const personId = personOfToken(token, settings().NEXTAUTH_SECRET);
  await (personId === null ? countTry("unsubscribe:wrong", WRONG_TOKENS) : countTry(`unsubscribe:${personId}`, UNSUBSCRIPTIONS));
  const isDone = personId !== null && (await transact((transaction) => stopMails(transaction, personId)));
  if (!isDone) throw new AppError("not-found", "This link stops no mails. Sign in to choose on your account page how often you get mail.");
}

async function stopMails(transaction: Transaction, personId: string): Promise<boolean> {
  const { count } = await transaction.person.updateMany({ where: { id: personId }, data: { mailRhythm: "never" } });
  await transaction.outgoingMail.deleteMany({ where: { personId, unsubscribable: true, state: "queued" } });
  return count === 1;
}
