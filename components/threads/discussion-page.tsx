import Link from "next/link";
import type { ReactNode } from "react";
import type { DiscussedArticle, DiscussedPassage } from "@/lib/discussions/subject";
import { plural } from "@/lib/format";
import type { ShownThread } from "@/lib/threads/thread";
import type { ReaderViewer } from "../reader/client/reader-viewer";
import { paths } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { Discussion } from "./discussion";
import type { FrameworkChoice, ThreadActions } from "./thread-props";

type Props = {
  article: DiscussedArticle;
  threads: readonly ShownThread[];
  viewer: ReaderViewer;
  actions: ThreadActions;
  frameworks?: readonly FrameworkChoice[];
  /** this page's own address */
  path: string;
  /** the page begins at a later comment */
  isFurtherOn: boolean;
  now: Date;
  title: string;
  /** what is talked about, above the talk */
  children: ReactNode;
};

/** A discussion on a page of its own. */
export function DiscussionPage({ article, threads, viewer, actions, frameworks, path, isFurtherOn, now, title, children }: Props) {
  const total = threads.reduce((sum, thread) => sum + thread.total, 0);
  return (
    <main id={contentId} className="page" tabIndex={-1}>
      <h1 className="pt">{title}</h1>
      {children}
      <p className="muted">
        {total === 0 ? "Nobody has said anything yet." : plural(total, { one: "comment", other: "comments" })}
        {isFurtherOn && (
          <>
            {" · "}
            <Link className="link" href={path}>
              From the beginning
            </Link>
          </>
        )}
      </p>
      <Discussion
        // Another stretch is another page.
        key={threads.map(({ comments }) => comments[0]?.id).join()}
        threads={threads}
        article={{ slug: article.slug, title: article.title }}
        viewer={viewer}
        actions={actions}
        frameworks={frameworks}
        now={now.toISOString()}
        returnTo={path}
      />
    </main>
  );
}

/** The passage that is talked about, in the article's own type, and the way to where it stands. */
export function DiscussedQuote({ passage, article, href }: { passage: DiscussedPassage; article: DiscussedArticle; href: string }) {
  return (
    <figure className="disc__q">
      <blockquote lang={article.language} dir="auto">
        {passage.quote}
      </blockquote>
      <figcaption>
        <Link className="link" href={href}>
          <span lang={article.language}>{article.title}</span>
          {passage.paragraph !== null && `, ¶\u00a0${passage.paragraph}`}
        </Link>
      </figcaption>
    </figure>
  );
}

/** The article that is talked about as a whole. */
export function DiscussedWhole({ article }: { article: DiscussedArticle }) {
  return (
    <p className="page__lead">
      About{" "}
      <Link className="link" href={paths.article(article.slug)} lang={article.language}>
        {article.title}
      </Link>{" "}
      as a whole.
    </p>
  );
}
