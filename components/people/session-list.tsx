"use client";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import type { AccountActions } from "./account-actions";
import { ActionNote } from "./action-note";
import { useAction } from "./use-action";

type Props = {
  sessions: readonly { id: string; isThisOne: boolean; name: string; when: ReactNode }[];
  revokeSession: AccountActions["revokeSession"];
  revokeOtherSessions: AccountActions["revokeOtherSessions"];
};

/** The browsers that are signed in, this one marked, each of the others with a way to end it. */
export function SessionList({ sessions, revokeSession, revokeOtherSessions }: Props) {
  const one = useAction(revokeSession);
  const others = useAction(revokeOtherSessions);
  const isBusy = one.isBusy || others.isBusy;
  const hasOthers = sessions.some((session) => !session.isThisOne);
  return (
    <>
      <ul className="sess">
        {sessions.map(({ id, isThisOne, name, when }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              {isThisOne && <span className="sess__me">this one</span>}
              <p className="muted">{when}</p>
            </div>
            {!isThisOne && (
              <Button
                variant="quiet"
                size="sm"
                disabled={isBusy}
                aria-label={`End the session of ${name}`}
                onClick={() => one.run({ sessionId: id })}
              >
                End it
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="acts">
        {hasOthers && (
          <Button disabled={isBusy} onClick={() => others.run({})}>
            End all the others
          </Button>
        )}
        <ActionNote state={one.state} done="That session is ended." />
        <ActionNote state={others.state} done="All other sessions are ended." />
      </div>
    </>
  );
}
