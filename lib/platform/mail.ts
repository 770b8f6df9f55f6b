import "server-only";
import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import type Mailer from "nodemailer/lib/mailer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import { type Delivery, deliveryOf, type SmtpFailure } from "./delivery";
import { settings } from "./env";

export type Mail = { to: string; subject: string; text: string };

/** Hands one message to the configured SMTP server now. @throws when it does not take it within ten seconds */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = settings();
  if (!SMTP_URL || !MAIL_FROM) throw new Error("sendMail was called without SMTP settings");
  const transport = transportTo(SMTP_URL, { connection: 10_000, greeting: 10_000, silence: 10_000 });
  await transport.sendMail({ from: MAIL_FROM, ...mail });
}

/** A message with all its headers, to one mailbox. */
export type Letter = {
  messageId: string;
  /** as in MAIL_FROM */
  from: string;
  to: string;
  date: Date;
  subject: string;
  text: string;
  html: string | null;
  headers: Readonly<Record<string, string>>;
};

/**
 * Hands one letter to an SMTP server and says what became of it. `beforeData` runs when the server has said that it takes the recipient,
 * before the first byte of the message leaves; when it throws, nothing is sent.
 */
export type SendLetter = (letter: Letter, beforeData: () => Promise<void>) => Promise<Delivery>;

/** Milliseconds: until a connection stands, until the server greets, and without a word from it at any time after. */
export type SmtpPatience = { connection: number; greeting: number; silence: number };

/** RFC 5321, section 4.5.3.2, asks for ten minutes after the final dot: whoever gives up sooner does not know whether it was taken. */
const PATIENCE: SmtpPatience = { connection: 30_000, greeting: 60_000, silence: 600_000 };

/** Beside `url` nodemailer reads no other option, so its parts are given to it. */
function transportTo(url: string, { connection, greeting, silence }: SmtpPatience) {
  return createTransport({
    ...parseConnectionUrl(url),
    dnsTimeout: connection,
    connectionTimeout: connection,
    greetingTimeout: greeting,
    socketTimeout: silence,
    // Our mails name no file and no address to fetch; this makes sure of it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Sends letters by the SMTP server at `url`, a connection for each. Never throws for what a server or a network does. */
export function smtpSender(url: string, patience: SmtpPatience = PATIENCE): SendLetter {
  return async (letter, beforeData) => {
    let handedOver = false;
    let isSettled = false;
    const transport = transportTo(url, patience);
    // Nodemailer's errors are the same before and after the message has left. What it sends is read from here, so here one can tell.
    transport.use("stream", (mail, done) => {
      const whole = mail.message.createReadStream.bind(mail.message);
      async function* watched() {
        // After a refusal nodemailer drains what it will not send.
        await new Promise(setImmediate);
        if (isSettled) return;
        await beforeData();
        yield* whole();
        handedOver = true; // the final dot follows when this stream has ended, and not before
      }
      mail.message.createReadStream = () => Readable.from(watched(), { objectMode: false });
      done();
    });
    try {
      await transport.sendMail(mailOf(letter));
      return { kind: "sent" };
    } catch (error) {
      return deliveryOf(failureOf(error), handedOver);
    } finally {
      isSettled = true;
    }
  };
}

function mailOf({ messageId, from, to, date, subject, text, html, headers }: Letter): Mailer.Options {
  return {
    messageId,
    date,
    from,
    // An object is one mailbox; a string would be parsed as a list of them.
    to: { name: "", address: to },
    subject,
    text,
    ...(html !== null && { html }),
    headers: { ...headers },
  };
}

function failureOf(error: unknown): SmtpFailure {
  if (!(error instanceof Error)) return { message: String(error) };
  const field = (name: string): unknown => Reflect.get(error, name);
  const [code, responseCode, command] = [field("code"), field("responseCode"), field("command")];
  return {
    message: readable(error.message),
    code: typeof code === "string" ? code : undefined,
    responseCode: typeof responseCode === "number" ? responseCode : undefined,
    command: typeof command === "string" ? command : undefined,
  };
}

/** Nodemailer takes each byte of an answer for a character; servers that say more than ASCII mean UTF-8. */
function readable(words: string): string {
  const bytes = Buffer.from(words, "latin1");
  const decoded = bytes.toString("utf8");
  return bytes.toString("latin1") === words && !decoded.includes("\ufffd") ? decoded : words;
}
