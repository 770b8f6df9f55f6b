const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The first pause; greylisting servers want to be asked again after a few minutes, so the second or third try meets them. */
const FIRST_PAUSE = MINUTE;
/** Longer, and mail would still wait when a server has long been back. */
const LONGEST_PAUSE = 2 * HOUR;
/** Up to this part longer or shorter, so that mails which failed together do not come back together. */
const JITTER = 0.2;
/** RFC 5321, section 4.5.4.1: four to five days. What is told so late is in the inbox anyway. */
export const GIVE_UP_AFTER = 5 * 24 * HOUR;

/**
 * Milliseconds to wait after the `attempts`-th try (from 1) that came to nothing: twice as long each time, from a minute to two hours.
 * @param random from 0 up to 1
 */
export function pauseAfter(attempts: number, random: number): number {
  const pause = Math.min(FIRST_PAUSE * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE);
  return Math.round(pause * (1 + JITTER * (2 * random - 1)));
}

/** When to try again a mail that was queued at `createdAt`; null when it has been tried for long enough. */
export function nextAttempt(of: { attempts: number; createdAt: Date }, now: Date, random: number): Date | null {
  const next = new Date(now.getTime() + pauseAfter(of.attempts, random));
  return isStale(of, next) ? null : next;
}

/** Whether it is too late for a mail. Also asked before a first try: after a week without mail settings nobody wants last week's. */
export function isStale({ createdAt }: { createdAt: Date }, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > GIVE_UP_AFTER;
}
