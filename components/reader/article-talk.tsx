import type { ReadingPage } from "@/lib/articles/reading";
import { plural } from "@/lib/format";
import { paths } from "../shell/paths";

type Props = { page: Pick<ReadingPage, "article" | "threads" | "critiques"> };

/** Under the article: what people say of it as a whole, and where its author answers. */
export function ArticleTalk({ page: { article, threads, critiques } }: Props) {
  const comments = threads.find(({ isImported }) => !isImported)?.total ?? 0;
  return (
    <section className="read__end" aria-labelledby="talk-of-article" lang="en">
      <div className="talks talks--here">
        <h2 id="talk-of-article">The article as a whole</h2>
        <p>
          <a className="link" href={paths.discussion(article.slug)}>
            {comments === 0 ? "Begin a discussion" : plural(comments, { one: "comment", other: "comments" })}
          </a>{" "}
          <a className="link" href={paths.critiques(article.slug)}>
            {critiques.total === 0
              ? "No critiques yet"
              : `${plural(critiques.total, { one: "critique", other: "critiques" })}, ${critiques.waiting} waiting for the author`}
          </a>
        </p>
      </div>
    </section>
  );
}
