"use client";
import type { ShownThread } from "@/lib/threads/thread";
import { NoticeToast } from "../annotations/notice-toast";
import type { ReaderViewer } from "../reader/client/reader-props";
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
  return (
    <>
      {threads.map((thread) => (
        <section
          key={thread.id ?? thread.subject.id}
          className="disc__t"
          aria-label={thread.isImported ? "Comments from where it was first published" : "Discussion here"}
        >
          {threads.length > 1 && <h2 className="h2">{thread.isImported ? "Comments from where it was first published" : "Here"}</h2>}
          <ThreadView thread={thread} notify={notify} {...props} />
        </section>
      ))}
      <ToastRegion>
        {notice && <NoticeToast key={notice.key} text={notice.text} undo={notice.undo} label={notice.label} staysLong onGone={dismiss} />}
      </ToastRegion>
    </>
  );
}
