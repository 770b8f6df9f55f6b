import "server-only";
import { database } from "../platform/db";
import { opensDemoAccounts, settings } from "../platform/env";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import type { Account, DemoAccount, SignInDoors } from "./schema";

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

/** The ways to sign in that this installation's settings open. */
export async function listSignInDoors(): Promise<SignInDoors> {
  const of = settings();
  const others = [
    { id: "orcid", name: "ORCID", isOpen: of.ORCID_CLIENT_ID !== undefined },
    { id: "github", name: "GitHub", isOpen: of.GITHUB_CLIENT_ID !== undefined },
    { id: "google", name: "Google", isOpen: of.GOOGLE_CLIENT_ID !== undefined },
    { id: "oidc", name: of.OIDC_NAME ?? "OpenID Connect", isOpen: of.OIDC_ISSUER !== undefined },
  ];
  return {
    providers: others.filter((door) => door.isOpen).map(({ id, name }) => ({ id, name })),
    emailLink: of.SMTP_URL !== undefined,
    demoAccounts: opensDemoAccounts() ? await listDemoAccounts() : [],
  };
}

/** The demo's people that a visitor may try, in the order they were loaded. */
async function listDemoAccounts(): Promise<DemoAccount[]> {
  const people = await database().person.findMany({
    where: { isDemo: true, demoPart: { not: null }, email: { not: null } },
    select: { displayName: true, email: true, demoPart: true },
    orderBy: { id: "asc" },
  });
  return people.flatMap(({ displayName, email, demoPart }) =>
    email !== null && demoPart !== null ? [{ displayName, email, part: demoPart }] : [],
  );
}
