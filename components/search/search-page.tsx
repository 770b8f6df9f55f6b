import Link from "next/link";
import type { ReactNode } from "react";
import type { Outcome } from "@/lib/search/hit";
import type { Search } from "@/lib/search/schema";
import { paths, withQuery } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { SearchForm } from "./search-form";
import { SearchHits } from "./search-hits";

type Article = { slug: string; title: string; language: string };

type Props = {
  asked: Search;
  /** the article that is searched, or null for all */
  article: Article | null;
  outcome: Outcome | { kind: "refused"; message: string };
};

/** The question, and what answers it. */
export function SearchPage({ asked, article, outcome }: Props) {
  return (
    <main id={contentId} className="page searching" tabIndex={-1}>
      <h1 className="pt">Search</h1>
      <SearchForm asked={asked} article={article} />
      {article && (
        <p className="searching__in">
          <span>
            In{" "}
            <Link className="link" href={paths.article(article.slug)} lang={article.language}>
              {article.title}
            </Link>
          </span>
          <Link className="link" href={withQuery(paths.search, { q: asked.q || null, in: asked.in ?? null })}>
            Search all articles
          </Link>
        </p>
      )}
      {outcome.kind === "nothing-asked" && <WhatCanBeFound isInArticle={article !== null} />}
      {outcome.kind === "too-common" && (
        <Notice>
          These words are in every text, or only say what is <em>not</em> wanted. Add a word that says what the text is about.
        </Notice>
      )}
      {outcome.kind === "refused" && <Notice>{outcome.message}</Notice>}
      {outcome.kind === "answered" && <SearchHits asked={asked} articleSlug={article?.slug ?? null} result={outcome.result} />}
    </main>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="searching__none" role="status">
      {children}
    </p>
  );
}

/** Before anything is asked: what there is to find, and how to ask. */
function WhatCanBeFound({ isInArticle }: { isInArticle: boolean }) {
  return (
    <div className="searching__help">
      <p>
        {isInArticle ? "The article’s title and text" : "Titles and texts of all articles"}, readers’ notes that you may see, claims, and
        comments that you may read.
      </p>
      <dl className="searching__how">
        <div>
          <dt>hedge</dt>
          <dd>finds hedging and hedged too: an English word in all its forms, whatever its capitals and accents</dd>
        </div>
        <div>
          <dt lang="ja">日米同盟</dt>
          <dd>finds these characters side by side; so it is in all scripts without spaces</dd>
        </div>
        <div>
          <dt>“dual hedge”</dt>
          <dd>finds the words one after the other</dd>
        </div>
        <div>
          <dt>alliance -trade</dt>
          <dd>leaves out what says trade; put “or” between words of which one is enough</dd>
        </div>
      </dl>
    </div>
  );
}
