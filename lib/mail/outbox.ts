/** What has become of a mail in the outbox; see `outgoing_mail` in prisma/schema.prisma. */
export const mailStates = ["queued", "sending", "sent", "refused", "unsure"] as const;
export type MailState = (typeof mailStates)[number];

export type OutboxTrouble = {
  id: string;
  state: MailState;
  to: string;
  createdAt: string;
  attempts: number;
  /** when it is tried again; null: not by itself */
  nextAttemptAt: string | null;
  /** in the server's words, which may be of any script */
  lastError: string;
};

export type Outbox = {
  /** whether this installation sends mail at all */
  isSetUp: boolean;
  counts: { state: MailState; count: number }[];
  /** the newest mails that met with something, those that nobody will send first */
  troubles: OutboxTrouble[];
};
