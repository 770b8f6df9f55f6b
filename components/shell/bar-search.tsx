import Link from "next/link";
import { buttonClass } from "../ui/button";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { paths, withQuery } from "./paths";

/** The field in the bar, by which the reading view's `/` finds it. */
export const barSearchId = "bar-search";

/** Search from the bar: in the article that is read, or in all of them. Where there is no room for a field, a link to its page. */
export function BarSearch({ articleSlug }: { articleSlug?: string }) {
  const label = articleSlug === undefined ? "Search articles and notes" : "Search this article and its notes";
  return (
    <>
      <search className="bar__search">
        <form action={paths.search}>
          <Icon name="search" />
          <input id={barSearchId} type="search" name="q" aria-label={label} placeholder={label} autoComplete="off" dir="auto" />
          {articleSlug !== undefined && (
            <>
              <input type="hidden" name="article" value={articleSlug} />
              <span aria-hidden="true">
                <Kbd>/</Kbd>
              </span>
            </>
          )}
        </form>
      </search>
      <Link
        className={buttonClass({ isIcon: true }, "bar__find")}
        href={withQuery(paths.search, { article: articleSlug ?? null })}
        aria-label={label}
      >
        <Icon name="search" />
      </Link>
    </>
  );
}
