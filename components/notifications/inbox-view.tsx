import Link from "next/link";
import { plural } from "@/lib/format";
import type { InboxPage } from "@/lib/notifications/schema";
import { paths, withQuery } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { buttonClass } from "../ui/button";
import { MarkAllRead, type NoticeForm } from "./mark-all-read";
import { NoticeRow } from "./notice-row";
import { unreadInWords } from "./unread";

type Props = {
  page: InboxPage;
  isFirstPage: boolean /** what was opened is not there any more */;
  isGone: boolean;
  markRead: NoticeForm;
  now: Date;
};

/** What the viewer was told of: what is unread first, and each the newest first. */
export function InboxView({ page: { notices, unread, nextCursor }, isFirstPage, isGone, markRead, now }: Props) {
  return (
    <main id={contentId} className="page inbox" tabIndex={-1}>
      <h1 className="pt">Inbox</h1>
      <p className="page__lead">
        {unread === 0 ? "Nothing unread." : `${unreadInWords(unread)}.`}{" "}
        <Link className="link" href={`${paths.account}#mail`}>
          How often you get mail
        </Link>
      </p>
      {isGone && (
        <p className="hint err" role="alert">
          What you opened is not there any more: it was taken back, or is no longer for you to see.
        </p>
      )}
      <MarkAllRead unread={unread} until={now.toISOString()} markRead={markRead} />
      {notices.length === 0 ? (
        <p className="psgs__none">{isFirstPage ? <Nothing /> : "There is nothing earlier."}</p>
      ) : (
        <ul className="inbox__l" aria-label={plural(notices.length, { one: "notice", other: "notices" })}>
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} now={now} />
          ))}
        </ul>
      )}
      <p className="more">
        {!isFirstPage && (
          <Link className={buttonClass({ variant: "quiet" })} href={paths.inbox}>
            Back to the newest
          </Link>
        )}
        {nextCursor !== null && (
          <Link className={buttonClass()} href={withQuery(paths.inbox, { cursor: nextCursor })}>
            Earlier
          </Link>
        )}
      </p>
    </main>
  );
}

function Nothing() {
  return (
    <>
      When somebody answers you, names you, or answers your critique, it is listed here.{" "}
      <Link className="link" href={paths.library}>
        Open an article
      </Link>{" "}
      and write in its margin.
    </>
  );
}
