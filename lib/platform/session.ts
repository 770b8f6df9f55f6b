import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { anonymous, type Viewer } from "../policy/viewer";
import { database } from "./db";
import { settings } from "./env";

export const SESSION_DAYS = 30;
/** How stale `lastSeenAt` may be: a write per request would be a write for nothing. */
const SEEN_EVERY_MS = 5 * 60 * 1000;

/** next-auth's cookie: with the __Secure- prefix where the site is served over https. */
export function sessionCookieName(): string {
  return settings().HEDGEROW_ORIGIN.startsWith("https:") ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** The session id sealed in a cookie's value, or null when it is none of ours. */
async function sessionIdIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: settings().NEXTAUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null; // sealed with another secret, or tampered with: the same as no cookie
  }
}

/** The person of a live session, as a viewer; anonymous when it is unknown, revoked or past its time. */
export async function viewerOfSession(sessionId: string | null, now: Date): Promise<Viewer> {
  if (sessionId === null) return anonymous;
  const session = await database().session.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, lastSeenAt: true, person: { select: { id: true, displayName: true, role: true } } },
  });
  if (!session) return anonymous;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await database().session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  }
  const { id, displayName, role } = session.person;
  return { kind: "person", personId: id, displayName, role, sessionId: session.id };
}

/** Who is asking, looked up once per request so that a revoked session ends at once. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const jar = await cookies();
  return viewerOfSession(await sessionIdIn(jar.get(sessionCookieName())?.value), new Date());
});
