"use client";
import type { ShownThread } from "@/lib/threads/thread";
import { NoticeToast } from "../annotations/notice-toast";
import type { ReaderViewer } from "../reader/client/reader-viewer";
import { useNotices } from "../reader/client/use-notices";
import { ToastRegion } from "../ui/toast";
import type { FrameworkChoice, ThreadActions, ThreadArticle } from "./thread-props";
import { ThreadView } from "./thread-view";

type Props = {
  threads: readonly ShownThread[];
  article: ThreadArticle;
  viewer: ReaderViewer;
  actions: ThreadActions;
  now: string;
  returnTo: string;
  frameworks?: readonly FrameworkChoice[];
};

/** A page’s threads, and the foot of the window where it is told what was done in them. */
export function Discussion({ threads, ...props }: Props) {
  const { notice, notify, dismiss } = useNotices();
  const view = (thread: ShownThread) => <ThreadView key={thread.id ?? thread.subject.id} thread={thread} notify={notify} {...props} />;
  const imported = threads.filter(({ isImported }) => isImported);
  return (
    <>
      {imported.length > 0 && (
        <section className="disc__t" aria-labelledby="talks-there">
          <h2 className="h2" id="talks-there">
            Comments from where it was first published
          </h2>
          {imported.map(view)}
        </section>
      )}
      <section className="disc__t" aria-labelledby="talks-here">
        <h2 className={imported.length > 0 ? "h2" : "vh"} id="talks-here">
          {imported.length > 0 ? "Said here" : "Comments"}
        </h2>
        {threads.filter(({ isImported }) => !isImported).map(view)}
      </section>
      <ToastRegion>
        {notice && <NoticeToast key={notice.key} text={notice.text} undo={notice.undo} label={notice.label} staysLong onGone={dismiss} />}
      </ToastRegion>
    </>
  );
}
