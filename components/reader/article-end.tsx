import type { ReadingPage } from "@/lib/articles/reading";

/** Under the text: who the author is, in the article's own voice, and where it was first published. */
export function ArticleEnd({ article }: Pick<ReadingPage, "article">) {
  const { biography, citation, sourceUrl, authors } = article;
  if (biography === null && citation === null && sourceUrl === null) return null;
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
    </footer>
  );
}
