import type { Letter } from "../platform/mail";
import { subjectLine } from "./mail";
import { unsubscribeToken } from "./unsubscribe";

/** What of this installation stands in a letter. */
export type Sender = { origin: string; from: string; secret: string };

export type StoredMail = {
  id: string;
  personId: string | null;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  unsubscribable: boolean;
  createdAt: Date;
};

/** The link in mails for getting no more of them: a page for people, which asks first. */
export function unsubscribePage(personId: string, { origin, secret }: Pick<Sender, "origin" | "secret">): string {
  return `${origin}/unsubscribe?token=${unsubscribeToken(personId, secret)}`;
}

/**
 * The letter for a mail of the outbox. Its Message-ID comes from the row and its date is when it was queued: every try sends the same
 * letter, so a mailbox that was handed it twice all the same can tell.
 */
export function letterOf(mail: StoredMail, sender: Sender): Letter {
  return {
    messageId: `<${mail.id}@${new URL(sender.origin).hostname}>`,
    from: sender.from,
    to: mail.to,
    date: mail.createdAt,
    subject: subjectLine(mail.subject),
    text: mail.text,
    html: mail.html,
    headers: { "Auto-Submitted": "auto-generated", ...unsubscribeHeaders(mail, sender) },
  };
}

/** RFC 2369 and 8058: mail programs show a button of their own. One click works by https only, and needs the server's DKIM signature. */
function unsubscribeHeaders({ personId, unsubscribable }: StoredMail, { origin, secret }: Sender): Record<string, string> {
  if (!unsubscribable || personId === null) return {};
  const header = { "List-Unsubscribe": `<${origin}/api/unsubscribe?token=${unsubscribeToken(personId, secret)}>` };
  return origin.startsWith("https:") ? { ...header, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : header;
}
