import type { ReadingPage } from "@/lib/articles/reading";
import { paths } from "../shell/paths";

/** Under the text: who the author is, in the article's own voice, and where it was first published. */
export function ArticleEnd({ article }: Pick<ReadingPage, "article">) {
  const { slug, biography, citation, sourceUrl, authors } = article;
  return (
    <footer className="read__end">
      {biography !== null && (
        <section className="bio" aria-labelledby="about-author">
          <h2 id="about-author" lang="en">
            About the {authors.length > 1 ? "authors" : "author"}
          </h2>
          <p>{biography}</p>
        </section>
      )}
      {(citation !== null || sourceUrl !== null) && (
        <p className="cited" lang="en">
          {citation !== null && <span>{citation}</span>}
          {citation !== null && sourceUrl !== null && " "}
          {sourceUrl !== null && (
            <a className="link" href={sourceUrl} rel="noreferrer">
              {citation === null ? sourceUrl : "Read it there"}
            </a>
          )}
        </p>
      )}
      <p className="cited" lang="en">
        <a className="link" href={paths.authors(slug)}>
          Who wrote it
        </a>
        {" · "}
        <a className="link" href={paths.moderation(slug)}>
          What was hidden
        </a>
      </p>
    </footer>
  );
}
