import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { AppError } from "../errors";
import { database, isUniqueViolation, transact } from "../platform/db";
import { hashPassphrase, verifyPassphrase } from "../platform/password";
import { countTry, forgetTries } from "../platform/rate-limit";
import { SESSION_DAYS } from "../platform/session";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import type { ChangePassphrase, Register, SignIn } from "./schema";

const SIGN_INS = { count: 10, seconds: 15 * 60 };
const REGISTRATIONS = { count: 5, seconds: 3600 };
const REGISTRATIONS_OF_ALL = { count: 200, seconds: 3600 };
const E_MAIL_LINKS = { count: 5, seconds: 3600 };

const folded = (email: string) => email.trim().toLowerCase();
const personByEmail = (email: string) => ({ email: { equals: folded(email), mode: "insensitive" as const } });

/**
 * Makes an account with a passphrase.
 * @throws AppError "conflict" when the address has one, "rate-limited"
 */
export async function registerPerson(input: Register): Promise<{ personId: string }> {
  const email = folded(input.email);
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

/** The person with this address and passphrase, or null. @throws AppError "rate-limited" after ten that failed in a quarter of an hour */
export async function checkPassphrase(input: SignIn): Promise<{ personId: string } | null> {
  const key = `sign-in:${folded(input.email)}`;
  await countTry(key, SIGN_INS);
  const person = await database().person.findFirst({ where: personByEmail(input.email), select: { id: true, passwordHash: true } });
  const matches = await verifyPassphrase(person?.passwordHash ?? null, input.password);
  if (!person || !matches) return null;
  await forgetTries(key);
  return { personId: person.id };
}

/** Begins a session; its id is not to be guessed. */
export async function beginSession(personId: string, userAgent: string | null, now = new Date()): Promise<{ sessionId: string }> {
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 24 * 3600 * 1000);
  const { id } = await database().session.create({
    data: { id: randomUUID(), personId, userAgent: userAgent?.slice(0, 400) ?? null, createdAt: now, lastSeenAt: now, expiresAt },
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
  const { count } = await database().session.updateMany({ where: { id: sessionId, personId, revokedAt: null }, data: { revokedAt: now } });
  if (count === 0) throw new AppError("not-found", "This session has ended already.");
  return null;
}

/** Ends all of one's sessions but this one. */
export async function revokeOtherSessions(viewer: Viewer, now = new Date()): Promise<null> {
  const { personId, sessionId } = signedIn(viewer, "end your other sessions");
  await database().session.updateMany({ where: { personId, id: { not: sessionId }, revokedAt: null }, data: { revokedAt: now } });
  return null;
}

/**
 * Changes (or first sets) one's passphrase and ends every session, this one too: whoever knew the old one is out.
 * @throws AppError "invalid" when the current one is wrong
 */
export async function changePassphrase(viewer: Viewer, input: ChangePassphrase, now = new Date()): Promise<null> {
  const { personId } = signedIn(viewer, "change your passphrase");
  await countTry(`passphrase:${personId}`, SIGN_INS);
  const person = await database().person.findUniqueOrThrow({ where: { id: personId }, select: { passwordHash: true } });
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

export async function changeName(viewer: Viewer, displayName: string): Promise<null> {
  const { personId } = signedIn(viewer, "change your name");
  await database().person.update({ where: { id: personId }, data: { displayName } });
  return null;
}

// ── Sign-in by e-mail link and by other sites: what next-auth asks of a store ──

export type KnownPerson = { id: string; name: string; email: string; emailVerified: Date | null };

const knownSelect = { id: true, displayName: true, email: true, emailVerifiedAt: true } as const;
type KnownRow = { id: string; displayName: string; email: string | null; emailVerifiedAt: Date | null };
const known = (row: KnownRow | null): KnownPerson | null =>
  row && { id: row.id, name: row.displayName, email: row.email ?? "", emailVerified: row.emailVerifiedAt };

export async function findPerson(id: string): Promise<KnownPerson | null> {
  return known(await database().person.findUnique({ where: { id }, select: knownSelect }));
}

export async function findPersonByEmail(email: string): Promise<KnownPerson | null> {
  return known(await database().person.findFirst({ where: personByEmail(email), select: knownSelect }));
}

export async function findPersonByIdentity(provider: string, providerAccountId: string): Promise<KnownPerson | null> {
  const identity = await database().identity.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { person: { select: knownSelect } },
  });
  return known(identity?.person ?? null);
}

/** A person who arrives by a link or another site. Without a name, the part of the address before the @ stands in. */
export async function createPersonFromSignIn(input: {
  name: string | null;
  email: string | null;
  emailVerified: Date | null;
}): Promise<KnownPerson> {
  const email = input.email ? folded(input.email) : null;
  const row = await database().person.create({
    data: { displayName: input.name?.trim() || email?.split("@")[0] || "Reader", email, emailVerifiedAt: input.emailVerified },
    select: knownSelect,
  });
  return { id: row.id, name: row.displayName, email: row.email ?? "", emailVerified: row.emailVerifiedAt };
}

export async function markEmailVerified(id: string, at: Date): Promise<void> {
  await database().person.update({ where: { id }, data: { emailVerifiedAt: at } });
}

export async function linkIdentity(personId: string, provider: string, providerAccountId: string): Promise<void> {
  await database().identity.create({ data: { personId, provider, providerAccountId } });
}

const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

export async function keepEmailLink(identifier: string, token: string, expiresAt: Date): Promise<void> {
  await countTry(`e-mail-link:${folded(identifier)}`, E_MAIL_LINKS);
  await database().emailLink.create({ data: { identifier: folded(identifier), tokenHash: hashToken(token), expiresAt } });
}

/** Takes the link out of store: it works once. */
export async function takeEmailLink(identifier: string, token: string): Promise<{ identifier: string; expires: Date } | null> {
  const tokenHash = hashToken(token);
  const link = await database().emailLink.findFirst({ where: { tokenHash, identifier: folded(identifier) } });
  if (!link) return null;
  const { count } = await database().emailLink.deleteMany({ where: { tokenHash } });
  return count === 1 ? { identifier: link.identifier, expires: link.expiresAt } : null;
}
