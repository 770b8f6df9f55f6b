import "server-only";
import { createHash } from "node:crypto";
import { foldedEmail } from "../people/email";
import { storable } from "../plain-text";
import { database, transact } from "../platform/db";
import { countTry } from "../platform/rate-limit";

/** What next-auth asks of a store, for signing in by a link in a mail and by another site. */

const E_MAIL_LINKS = { count: 5, seconds: 3600 };
const MAX_NAME_LENGTH = 120;

export type KnownPerson = { id: string; name: string; email: string; emailVerified: Date | null };

const knownSelect = { id: true, displayName: true, email: true, emailVerifiedAt: true } as const;
type KnownRow = { id: string; displayName: string; email: string | null; emailVerifiedAt: Date | null };
const known = (row: KnownRow): KnownPerson => ({
  id: row.id,
  name: row.displayName,
  email: row.email ?? "",
  emailVerified: row.emailVerifiedAt,
});

export async function findPerson(id: string): Promise<KnownPerson | null> {
  const row = await database().person.findUnique({ where: { id }, select: knownSelect });
  return row && known(row);
}

/** Compared as the unique index compares: Prisma's own insensitive comparison is a LIKE pattern, to which a_b@… is also axb@…. */
export async function findPersonByEmail(email: string): Promise<KnownPerson | null> {
  const [row] = await database().$queryRaw<KnownRow[]>`
    SELECT id, display_name AS "displayName", email, email_verified_at AS "emailVerifiedAt"
    FROM person WHERE lower(email) = ${foldedEmail(email)}`;
  return row ? known(row) : null;
}

export type SiteAccount = { provider: string; providerAccountId: string };

export async function findPersonByIdentity(account: SiteAccount): Promise<KnownPerson | null> {
  const identity = await database().identity.findUnique({
    where: { provider_providerAccountId: account },
    select: { person: { select: knownSelect } },
  });
  return identity && known(identity.person);
}

/** Cut between characters, not within one. */
function shortened(name: string): string {
  return [...name].slice(0, MAX_NAME_LENGTH).join("").trim();
}

/**
 * A person who arrives by a link or by another site (`account`), which has vouched for the address. Stored in one piece: an account
 * without the identity that opens it would keep its owner out for good. Without a name they are “Reader”, since nothing of an address may
 * be shown to others.
 */
export async function createPersonFromSignIn(
  input: { name: string | null; email: string | null },
  account: SiteAccount | null,
  now = new Date(),
): Promise<KnownPerson> {
  const row = await database().person.create({
    data: {
      displayName: shortened(storable(input.name ?? "").trim()) || "Reader",
      email: input.email ? foldedEmail(input.email) : null,
      emailVerifiedAt: input.email ? now : null,
      ...(account && { identities: { create: account } }),
    },
    select: knownSelect,
  });
  return known(row);
}

/**
 * Records that somebody has shown the address to be theirs. Whoever registered with it before may have been another: at the first proof,
 * what they set to come in by (passphrase, identities) is taken away and their sessions end.
 */
export async function proveEmail(id: string, at: Date): Promise<void> {
  await transact(async (transaction) => {
    const { count } = await transaction.person.updateMany({
      where: { id, emailVerifiedAt: null },
      data: { emailVerifiedAt: at, passwordHash: null },
    });
    if (count === 0) return;
    await transaction.identity.deleteMany({ where: { personId: id } });
    await transaction.session.updateMany({ where: { personId: id, revokedAt: null }, data: { revokedAt: at } });
  });
}

/** Whether a link to this address would take a passphrase away: see `proveEmail`. */
export async function losesPassphrase(email: string): Promise<boolean> {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT FROM person WHERE lower(email) = ${foldedEmail(email)} AND email_verified_at IS NULL AND password_hash IS NOT NULL`;
  return rows.length > 0;
}

/** Asked before a link is made or mailed. @throws AppError "rate-limited" after five for one address in an hour */
export function countEmailLink(email: string): Promise<void> {
  return countTry(`e-mail-link:${foldedEmail(email)}`, E_MAIL_LINKS);
}

const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

/** Keeps a link that is about to be mailed, by its hash, and sweeps away those whose time is over. */
export async function keepEmailLink(identifier: string, token: string, expiresAt: Date, now = new Date()): Promise<void> {
  await database().emailLink.deleteMany({ where: { expiresAt: { lt: now } } });
  await database().emailLink.create({ data: { identifier: foldedEmail(identifier), tokenHash: hashToken(token), expiresAt } });
}

/** Takes the link out of store: it works once. */
export async function takeEmailLink(identifier: string, token: string): Promise<{ identifier: string; expires: Date } | null> {
  const tokenHash = hashToken(token);
  const link = await database().emailLink.findFirst({ where: { tokenHash, identifier: foldedEmail(identifier) } });
  if (!link) return null;
  const { count } = await database().emailLink.deleteMany({ where: { tokenHash } });
  return count === 1 ? { identifier: link.identifier, expires: link.expiresAt } : null;
}
