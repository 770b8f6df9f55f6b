import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "../errors";
import { database, isUniqueViolation, type Transaction, transact } from "../platform/db";
import { opensDemoAccounts } from "../platform/env";
import { hashPassphrase, verifyPassphrase } from "../platform/password";
import { countTry, forgetTries } from "../platform/rate-limit";
import { SESSION_DAYS } from "../platform/session";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import { foldedEmail } from "./email";
import type { ChangePassphrase, Register, SignIn } from "./schema";

const SIGN_INS = { count: 10, seconds: 15 * 60 };
const REGISTRATIONS = { count: 5, seconds: 3600 };
const REGISTRATIONS_OF_ALL = { count: 200, seconds: 3600 };
const CHANGES = { count: 30, seconds: 60 };
/** How long a row of a session that is over is kept: long enough to ask about it, and then it names nobody's browser any more. */
const KEEP_ENDED_DAYS = 30;

/**
 * Makes an account with a passphrase.
 * @throws AppError "conflict" when the address has one, "rate-limited"
 */
export async function registerPerson(input: Register): Promise<{ personId: string }> {
  const email = foldedEmail(input.email);
  await countTry(`register:${email}`, REGISTRATIONS);
  await countTry("register", REGISTRATIONS_OF_ALL);
  const passwordHash = await hashPassphrase(input.passphrase);
  try {
    const { id } = await database().person.create({ data: { displayName: input.displayName, email, passwordHash }, select: { id: true } });
    return { personId: id };
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("conflict", "There is an account with this address already. Sign in instead.", "email");
    throw error;
  }
}

/**
 * Begins a session for the person with this address and passphrase; null when there is none. Demo accounts, whose passphrase everybody
 * knows, open only where they are offered.
 * @throws AppError "rate-limited" after ten that failed in a quarter of an hour
 */
export async function signInWithPassphrase(
  input: SignIn,
  userAgent: string | null,
  now = new Date(),
): Promise<{ personId: string; sessionId: string } | null> {
  const key = `sign-in:${foldedEmail(input.email)}`;
  await countTry(key, SIGN_INS);
  const [person] = await database().$queryRaw<{ id: string; passwordHash: string | null; isDemo: boolean }[]>`
    SELECT id, password_hash AS "passwordHash", is_demo AS "isDemo" FROM person WHERE lower(email) = ${foldedEmail(input.email)}`;
  const isOpen = person !== undefined && (!person.isDemo || opensDemoAccounts());
  const matches = await verifyPassphrase(isOpen ? person.passwordHash : null, input.password);
  if (!isOpen || !matches) return null;
  await forgetTries(key);
  return transact(async (transaction) => {
    // The row is held: a passphrase that is changed while this one was being verified opens nothing any more.
    const [still] = await transaction.$queryRaw<{ passwordHash: string | null }[]>`
      SELECT password_hash AS "passwordHash" FROM person WHERE id = ${person.id}::uuid FOR UPDATE`;
    if (still?.passwordHash !== person.passwordHash) return null;
    return { personId: person.id, ...(await insertSession(transaction, person.id, userAgent, now)) };
  });
}

/** Begins a session for somebody whom a link or another site vouched for; its id is not to be guessed. */
export function beginSession(personId: string, userAgent: string | null, now = new Date()): Promise<{ sessionId: string }> {
  return insertSession(database(), personId, userAgent, now);
}

async function insertSession(into: Pick<Transaction, "session">, personId: string, userAgent: string | null, now: Date) {
  const day = 24 * 3600 * 1000;
  const over = { lt: new Date(now.getTime() - KEEP_ENDED_DAYS * day) };
  await into.session.deleteMany({ where: { personId, OR: [{ expiresAt: over }, { revokedAt: over }] } });
  const { id } = await into.session.create({
    data: {
      id: randomUUID(),
      personId,
      userAgent: userAgent?.slice(0, 400) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_DAYS * day),
    },
    select: { id: true },
  });
  return { sessionId: id };
}

/** Ends a session, whoever's it is: for signing out, where the sealed cookie is the proof. */
export async function endSession(sessionId: string, now = new Date()): Promise<void> {
  await database().session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
}

/** Ends one of one's own sessions at once. A session that is somebody else's is as good as absent. */
export async function revokeSession(viewer: Viewer, sessionId: string, now = new Date()): Promise<null> {
  const { personId } = signedIn(viewer, "end a session");
  await countTry(`account:${personId}`, CHANGES);
  const { count } = await database().session.updateMany({ where: { id: sessionId, personId, revokedAt: null }, data: { revokedAt: now } });
  if (count === 0) throw new AppError("not-found", "This session has ended already.");
  return null;
}

/** Ends all of one's sessions but this one. */
export async function revokeOtherSessions(viewer: Viewer, now = new Date()): Promise<null> {
  const { personId, sessionId } = signedIn(viewer, "end your other sessions");
  await countTry(`account:${personId}`, CHANGES);
  await database().session.updateMany({ where: { personId, id: { not: sessionId }, revokedAt: null }, data: { revokedAt: now } });
  return null;
}

/**
 * Changes (or first sets) one's passphrase and ends every session, this one too: whoever knew the old one is out.
 * @throws AppError "invalid" when the current one is wrong, or for a demo account
 */
export async function changePassphrase(viewer: Viewer, input: ChangePassphrase, now = new Date()): Promise<null> {
  const { personId } = signedIn(viewer, "change your passphrase");
  await countTry(`passphrase:${personId}`, SIGN_INS);
  const person = await database().person.findUniqueOrThrow({ where: { id: personId }, select: { passwordHash: true, isDemo: true } });
  if (person.isDemo) throw sharedAccount();
  if (person.passwordHash !== null && !(await verifyPassphrase(person.passwordHash, input.current))) {
    throw new AppError("invalid", "This is not your current passphrase. Nothing was changed.", "current");
  }
  const passwordHash = await hashPassphrase(input.next);
  await transact(async (transaction) => {
    await transaction.person.update({ where: { id: personId }, data: { passwordHash } });
    await transaction.session.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } });
  });
  return null;
}

/** @throws AppError "invalid" for a demo account */
export async function changeName(viewer: Viewer, displayName: string): Promise<null> {
  const { personId } = signedIn(viewer, "change your name");
  await countTry(`account:${personId}`, CHANGES);
  const { count } = await database().person.updateMany({ where: { id: personId, isDemo: false }, data: { displayName } });
  if (count === 0) throw sharedAccount();
  return null;
}

/** The next visitor must find a demo account as it was described to them. */
function sharedAccount(): AppError {
  return new AppError("invalid", "This demo account is everybody’s: its name and passphrase stay as they are. Register to have your own.");
}
