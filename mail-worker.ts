import { deliverDue } from "./lib/mail/commands";
import { composeDueMail } from "./lib/notifications/commands";
import { settings } from "./lib/platform/env";
import { log } from "./lib/platform/log";
import { smtpSender } from "./lib/platform/mail";
import { endOfProcess, pauseOf, repeat } from "./lib/platform/worker";

/** How long something may wait for a round; each costs a few small statements. */
const COMPOSE_PAUSE_MS = 60_000;
const DELIVER_PAUSE_MS = 15_000;

declare global {
  var hedgerowMailWorker: boolean | undefined;
}

/**
 * Writes to people about what they have not read, and sends what is in the outbox, for as long as this process runs. Every process of an installation may do so; none does where no mail is set
 * up, and one process does it once, however often its modules are loaded.
 */
export function startMailWorker(): void {
  const { SMTP_URL } = settings();
  if (!SMTP_URL || globalThis.hedgerowMailWorker) return;
  globalThis.hedgerowMailWorker = true;
  const send = smtpSender(SMTP_URL);
  const signal = endOfProcess();
  // Two loops: what cannot be written keeps nothing that is written from being sent.
  void repeat({
    name: "writing mail",
    async work() {
      const queued = await composeDueMail(new Date());
      if (queued > 0) log.info("mail written", { queued });
    },
    signal,
    pause: pauseOf(COMPOSE_PAUSE_MS),
  });
  void repeat({
    name: "sending mail",
    async work() {
      const round = await deliverDue(() => new Date(), send, { signal });
      const { sent, later, refused, unsure } = round;
      if (sent + later + refused + unsure > 0) log.info("mail", round);
      // Somebody has to look: whether it arrived cannot be known here. They are listed with the outbox.
      if (unsure > 0) log.warn("mails may have gone out or not, and are not sent again by themselves", { unsure });
    },
    signal,
    pause: pauseOf(DELIVER_PAUSE_MS),
  });
}
