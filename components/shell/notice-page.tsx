import type { ReactNode } from "react";
import { GhostHedge } from "./ghost-hedge";
import { contentId } from "./skip-link";

type Props = {
  title: string;
  /** what happened, and what was kept */
  children: ReactNode;
  /** what to do: one primary button or link first */
  actions: ReactNode;
  hasGap?: boolean;
};

/** The body of a page that has one thing to say: empty, lost, or out of order. */
export function NoticePage({ title, children, actions, hasGap }: Props) {
  return (
    <main id={contentId} className="empty-page" tabIndex={-1}>
      <section className="empty" aria-labelledby="notice-title">
        <GhostHedge hasGap={hasGap} />
        <h1 id="notice-title">{title}</h1>
        {children}
        <div className="empty__acts">{actions}</div>
      </section>
    </main>
  );
}
