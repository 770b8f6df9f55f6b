import type { ReactNode } from "react";
import type { ReviewPage } from "@/lib/reviews/review";
import { paths } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { ButtonLink } from "../ui/button";
import { ReviewText } from "./review-text";

type Props = { page: ReviewPage /** the queue, alive; it is given the new text to select in */; queue: (text: ReactNode) => ReactNode };

/** The passages of a new text about which the viewer has to say where they stand. */
export function ReviewView({ page, queue }: Props) {
  const { article, items, page: current, pages, revision } = page;
  return (
    <main id={contentId} className="page review" tabIndex={-1}>
      <h1 className="pt">
        Review:{" "}
        <a className="link" href={paths.article(article.slug)} lang={article.language} dir="auto">
          {article.title}
        </a>
      </h1>
      {items.length === 0 ? (
        <>
          <p className="page__lead">Nothing of yours waits here. What was annotated has its place in revision {revision.number}.</p>
          <p className="empty__acts">
            <ButtonLink href={paths.article(article.slug)}>Read the article</ButtonLink>
          </p>
        </>
      ) : (
        queue(<ReviewText revision={revision} language={article.language} />)
      )}
      {pages > 1 && (
        <nav className="acts" aria-label="Pages of the queue">
          {current > 1 && <ButtonLink href={`${paths.review(article.slug)}?page=${current - 1}`}>Earlier in the text</ButtonLink>}
          <span className="muted">
            Page {current} of {pages}
          </span>
          {current < pages && <ButtonLink href={`${paths.review(article.slug)}?page=${current + 1}`}>Further in the text</ButtonLink>}
        </nav>
      )}
    </main>
  );
}
