import "server-only";
import { database } from "../platform/db";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import type { Account, DemoAccount } from "./schema";

/** One's own account with its live sessions, newest first. @throws AppError "unauthenticated" */
export async function getAccount(viewer: Viewer, now = new Date()): Promise<Account> {
  const { personId, sessionId } = signedIn(viewer, "see your account");
  const person = await database().person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      displayName: true,
      email: true,
      role: true,
      passwordHash: true,
      sessions: {
        where: { revokedAt: null, expiresAt: { gt: now } },
        select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 100,
      },
    },
  });
  const { passwordHash, sessions, ...shown } = person;
  return {
    ...shown,
    hasPassphrase: passwordHash !== null,
    sessions: sessions.map((session) => ({
      ...session,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      isThisOne: session.id === sessionId,
    })),
  };
}

/** The demo's people that a visitor may try, in the order they were loaded. */
export async function listDemoAccounts(): Promise<DemoAccount[]> {
  const people = await database().person.findMany({
    where: { isDemo: true, demoPart: { not: null }, email: { not: null } },
    select: { displayName: true, email: true, demoPart: true },
    orderBy: { id: "asc" },
  });
  return people.flatMap(({ displayName, email, demoPart }) =>
    email !== null && demoPart !== null ? [{ displayName, email, part: demoPart }] : [],
  );
}
