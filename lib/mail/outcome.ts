import { storable } from "../plain-text";
import type { Delivery } from "../platform/delivery";
import { GIVE_UP_AFTER, nextAttempt } from "./retry";

/** The columns that a try leaves behind. */
export type Outcome =
  | { state: "sent"; sentAt: Date; lastError: null }
  | { state: "refused" | "unsure"; lastError: string }
  | { state: "queued"; nextAttemptAt: Date; begunAt: null; lastError: string };

/** What to record of a try that came to `delivery`. `random`: from 0 up to 1, for the pause. */
export function outcome(claim: { attempts: number; createdAt: Date }, delivery: Delivery, now: Date, random: number): Outcome {
  if (delivery.kind === "sent") return { state: "sent", sentAt: now, lastError: null };
  const lastError = shortened(delivery.why);
  if (delivery.kind !== "later") return { state: delivery.kind, lastError };
  const nextAttemptAt = nextAttempt(claim, now, random);
  if (nextAttemptAt === null) return { state: "refused", lastError: shortened(givenUp(delivery.why)) };
  return { state: "queued", nextAttemptAt, begunAt: null, lastError };
}

function givenUp(why: string): string {
  return `Given up after ${GIVE_UP_AFTER / 86_400_000} days: ${why}`;
}

/** Servers say as much as they like, in bytes of their choice. */
function shortened(why: string): string {
  return [...storable(why).toWellFormed()].slice(0, 500).join("");
}

/** For a mail whose time was over before it could be tried. */
export const neverTried: Delivery = { kind: "refused", why: givenUp("it had waited for too long before it could be tried") };
