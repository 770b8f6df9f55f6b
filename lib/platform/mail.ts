import "server-only";
import { createTransport } from "nodemailer";
import { settings } from "./env";

export type Mail = { to: string; subject: string; text: string };

/** Hands one message to the configured SMTP server. @throws when it does not take it within ten seconds. */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = settings();
  if (!SMTP_URL || !MAIL_FROM) throw new Error("sendMail was called without SMTP settings");
  const transport = createTransport({ url: SMTP_URL, connectionTimeout: 10_000, socketTimeout: 10_000 });
  await transport.sendMail({ from: MAIL_FROM, ...mail });
}
