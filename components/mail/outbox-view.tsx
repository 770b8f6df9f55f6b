import { formatNumber, plural } from "@/lib/format";
import type { MailState, Outbox, OutboxTrouble } from "@/lib/mail/outbox";
import { contentId } from "../shell/skip-link";
import { formatDateTime } from "../ui/dates";
import { Time } from "../ui/time";

type Props = { outbox: Outbox; now: Date };

const words: Record<MailState, string> = {
  queued: "Waiting",
  sending: "Being sent",
  sent: "Sent",
  refused: "Refused",
  unsure: "Sent or not: unknown",
};

/** What the outbox holds, in numbers, and the mails that met with something. What they say is between us and whom they are for. */
export function OutboxView({ outbox: { isSetUp, counts, troubles }, now }: Props) {
  return (
    <main id={contentId} className="page outbox" tabIndex={-1}>
      <h1 className="pt">Outbox</h1>
      <p className="page__lead">
        {isSetUp
          ? "Mails that wait are tried again by themselves, for five days. What is refused, or may have been sent already, is not."
          : "No mail is set up here: nothing is queued, and what waits stays where it is. SMTP_URL and MAIL_FROM turn it on."}
      </p>
      <dl className="outbox__n">
        {counts.map(({ state, count }) => (
          <div key={state}>
            <dt>{words[state]}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      <h2 className="h2">What went wrong</h2>
      {troubles.length === 0 ? (
        <p className="muted">Nothing: each mail of the last 90 days was taken at once, or has been since.</p>
      ) : (
        <ol className="outbox__l">
          {troubles.map((mail) => (
            <Trouble key={mail.id} mail={mail} now={now} />
          ))}
        </ol>
      )}
    </main>
  );
}

function Trouble({ mail: { state, to, createdAt, attempts, nextAttemptAt, lastError }, now }: { mail: OutboxTrouble; now: Date }) {
  return (
    <li>
      <p>
        <b>{words[state]}</b> <bdi>{to}</bdi>
      </p>
      <p className="outbox__e" dir="auto">
        {lastError}
      </p>
      <p className="muted">
        Queued <Time date={createdAt} now={now} />, {plural(attempts, { one: "try", other: "tries" })}
        {nextAttemptAt !== null && (
          <>
            , next <time dateTime={nextAttemptAt}>{formatDateTime(nextAttemptAt)}</time>
          </>
        )}
      </p>
    </li>
  );
}
