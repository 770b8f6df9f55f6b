import { createHmac, timingSafeEqual } from "node:crypto";

const PERSON = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The key in a mail's unsubscribe link: whose mails, and a seal that only this installation can make. Nothing is stored for it, and it
 * opens nothing else; it is good for as long as the secret is the same, since people unsubscribe from mails that are years old.
 */
export function unsubscribeToken(personId: string, secret: string): string {
  return `${personId}.${seal(personId, secret)}`;
}

/** Whose mails the token stops; null for whatever was not made here. */
export function personOfToken(token: string, secret: string): string | null {
  const [personId = "", given = "", ...more] = token.split(".");
  if (more.length > 0 || !PERSON.test(personId)) return null;
  const [a, b] = [Buffer.from(given), Buffer.from(seal(personId, secret))];
  return a.length === b.length && timingSafeEqual(a, b) ? personId : null;
}

/** The purpose is sealed too, so that no seal made elsewhere with the same secret fits here. */
function seal(personId: string, secret: string): string {
  return createHmac("sha256", secret).update(`hedgerow/unsubscribe/1/${personId}`).digest("base64url");
}
