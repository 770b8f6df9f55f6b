import type { ShownNotice } from "@/lib/notifications/schema";
import { inWords } from "@/lib/notifications/words";
import { paths } from "../shell/paths";
import { Time } from "../ui/time";

/** One thing that the viewer was told of, and the way there. What is not shown any more leads nowhere. */
export function NoticeRow({ notice, now }: { notice: ShownNotice; now: Date }) {
  const { id, article, by, text, isRead, createdAt } = notice;
  const { who, did } = inWords(notice);
  const words = (
    <>
      {who !== null && <b dir="auto">{who}</b>} {did}
    </>
  );
  return (
    <li className={isRead ? "inbox__r" : "inbox__r is-unread"}>
      <p className="inbox__t">
        {!isRead && <span className="inbox__new">Unread</span>}
        {by === null ? (
          <span>{words}</span>
        ) : (
          // Not a router's link: those are loaded ahead of time, and what is opened is marked as read.
          <a className="inbox__a" href={paths.notice(id)}>
            {words}
          </a>
        )}
      </p>
      {text !== null && (
        <p className={by?.isAuthor ? "inbox__x is-author" : "inbox__x"} dir="auto">
          {text}
        </p>
      )}
      <p className="inbox__by">
        <span lang={article.language} dir="auto">
          {article.title}
        </span>
        <Time date={createdAt} now={now} />
      </p>
    </li>
  );
}
