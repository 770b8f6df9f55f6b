import type { ReactNode } from "react";
import type { Account, ShownSession } from "@/lib/people/schema";
import { contentId } from "../shell/skip-link";
import { Time } from "../ui/time";
import type { AccountActions } from "./account-actions";
import { browserName } from "./browser-name";
import { NameForm } from "./name-form";
import { PassphraseForm } from "./passphrase-form";
import { SessionList } from "./session-list";

type Props = { account: Account; actions: AccountActions /** how often they get mail */; mail?: ReactNode; now?: Date };

/** One's own account: the name others see, the passphrase, and where one is signed in. */
export function AccountForm({ account, actions, mail, now = new Date() }: Props) {
  return (
    <main id={contentId} className="page account" tabIndex={-1}>
      <h1 className="pt">Account</h1>
      <p className="page__lead">
        {account.email === null ? "Without an email address" : account.email}
        {account.role !== "reader" && <>, {account.role}</>}
      </p>
      <section className="part" aria-labelledby="name">
        <h2 className="h2" id="name">
          Name
        </h2>
        <NameForm displayName={account.displayName} changeName={actions.changeName} />
      </section>
      <section className="part" aria-labelledby="passphrase">
        <h2 className="h2" id="passphrase">
          {account.hasPassphrase ? "Passphrase" : "Set a passphrase"}
        </h2>
        <PassphraseForm account={account} changePassphrase={actions.changePassphrase} />
      </section>
      {mail !== undefined && (
        <section className="part" aria-labelledby="mail">
          <h2 className="h2" id="mail">
            Mail
          </h2>
          {mail}
        </section>
      )}
      <section className="part" aria-labelledby="sessions">
        <h2 className="h2" id="sessions">
          Where you are signed in
        </h2>
        <SessionList
          sessions={account.sessions.map((session) => ({
            id: session.id,
            isThisOne: session.isThisOne,
            name: browserName(session.userAgent),
            when: <When session={session} now={now} />,
          }))}
          revokeSession={actions.revokeSession}
          revokeOtherSessions={actions.revokeOtherSessions}
        />
      </section>
    </main>
  );
}

/** Dates are printed here, on the server: a browser might print them differently. */
function When({ session: { createdAt, lastSeenAt, isThisOne }, now }: { session: ShownSession; now: Date }) {
  return (
    <>
      Signed in on <Time date={createdAt} />
      {!isThisOne && (
        <>
          , last seen <Time date={lastSeenAt} now={now} />
        </>
      )}
    </>
  );
}
