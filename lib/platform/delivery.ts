/** What becomes of one try to hand a message to an SMTP server. */
export type Delivery =
  | { kind: "sent" }
  /** not taken this time; `server` when every other mail would meet with the same just now */
  | { kind: "later"; why: string; about: "server" | "mail" }
  /** not taken, and no other try would change that */
  | { kind: "refused"; why: string }
  /** it left whole, and no answer came: it may have been taken */
  | { kind: "unsure"; why: string };

/** What nodemailer says of a failure: the server's answer where there is one, and at which command. */
export type SmtpFailure = { message: string; code?: string | undefined; responseCode?: number | undefined; command?: string | undefined };

/** Enhanced and plain codes that are about our own credentials, at whatever command they come (RFC 4954, section 6). */
const ABOUT_CREDENTIALS = new Set([530, 534, 535, 538]);
/** “Exceeded storage allocation”, which answers MAIL FROM with the message's size (RFC 1870). */
const TOO_LARGE = 552;

/**
 * What a failure means for the mail. A server's answer decides, since a message that was answered with 4xx or 5xx was not taken
 * (RFC 5321, section 4.2.1): 5xx to the recipient or to the message is for good, 4xx is for now. An answer to anything before that
 * (greeting, sign-in, sender) is about the server and our settings: mails wait until somebody has set it right. Without an answer it
 * depends on whether the message had left whole (`handedOver`): the final dot is what makes a server take it.
 */
export function deliveryOf(failure: SmtpFailure, handedOver: boolean): Exclude<Delivery, { kind: "sent" }> {
  const why = failure.message;
  const answer = failure.responseCode ?? 0;
  if (answer < 400) {
    if (handedOver) return { kind: "unsure", why };
    // Nodemailer's own judgement, before it asked the server: no recipient, or more bytes than the server said it takes.
    if (failure.code === "EENVELOPE" || failure.code === "EMESSAGE") return { kind: "refused", why };
    return { kind: "later", why, about: "server" };
  }
  const isAboutMail = failure.command === "RCPT TO" || failure.command === "DATA" || answer === TOO_LARGE;
  if (!isAboutMail || ABOUT_CREDENTIALS.has(answer)) return { kind: "later", why, about: "server" };
  // 421: the server is about to close, whatever was asked.
  if (answer < 500) return { kind: "later", why, about: answer === 421 ? "server" : "mail" };
  return { kind: "refused", why };
}
