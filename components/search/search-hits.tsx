import Link from "next/link";
import { formatNumber, plural } from "@/lib/format";
import { type Count, type Kind, kinds, type SearchResult } from "@/lib/search/hit";
import { HITS_PER_PAGE } from "@/lib/search/limits";
import type { Search } from "@/lib/search/schema";
import { NavLink } from "../shell/nav-link";
import { paths, withQuery } from "../shell/paths";
import { buttonClass } from "../ui/button";
import { HitRow } from "./hit-row";

type Props = { asked: Search; articleSlug: string | null; result: SearchResult };

const kindWords: Record<Kind, string> = {
  article: "Titles",
  paragraph: "Text",
  note: "Notes",
  claim: "Claims",
  comment: "Comments",
};

/** How many there are of each kind, and a page of them, best first. */
export function SearchHits({ asked, articleSlug, result: { counts, total, hits, page, hasNext } }: Props) {
  const pathOf = (kind: Kind | null, number = 1) =>
    withQuery(paths.search, { q: asked.q, in: kind, article: articleSlug, page: number === 1 ? null : String(number) });
  const isAll = asked.in === undefined;
  const all = Object.values(counts).reduce((sum, count) => sum + count.hits, 0);
  const isMore = Object.values(counts).some((count) => count.isMore);
  return (
    <section aria-labelledby="hits">
      <nav className="choice searching__kinds" aria-label="Hits by kind">
        <NavLink href={pathOf(null)} isCurrent={isAll}>
          All <HowMany count={{ hits: all, isMore }} />
        </NavLink>
        {kinds.map((kind) => (
          <NavLink key={kind} href={pathOf(kind)} isCurrent={asked.in === kind}>
            {kindWords[kind]} <HowMany count={counts[kind]} />
          </NavLink>
        ))}
      </nav>
      <h2 className="searching__count" id="hits">
        {countInWords(total, page, hits.length)}
      </h2>
      {total.hits === 0 ? (
        <p className="searching__none">
          Nothing that you may see says “{asked.q.trim()}”{isAll ? "" : ` among the ${kindWords[asked.in ?? "note"].toLowerCase()}`}. Try
          fewer or other words{articleSlug === null ? "" : ", or all articles"}.
        </p>
      ) : (
        <ol className="hits" start={(page - 1) * HITS_PER_PAGE + 1}>
          {hits.map((hit) => (
            <HitRow key={`${hit.kind} ${hit.id}`} hit={hit} />
          ))}
        </ol>
      )}
      <nav className="more" aria-label="Pages of hits">
        {page > 1 && (
          <Link className={buttonClass()} href={pathOf(asked.in ?? null, page - 1)}>
            Previous hits
          </Link>
        )}
        {hasNext && (
          <Link className={buttonClass()} href={pathOf(asked.in ?? null, page + 1)}>
            Next hits
          </Link>
        )}
      </nav>
    </section>
  );
}

function HowMany({ count: { hits, isMore } }: { count: Count }) {
  return (
    <span className="n">
      {formatNumber(hits)}
      {isMore && <abbr title="and more">+</abbr>}
    </span>
  );
}

function countInWords({ hits, isMore }: Count, page: number, shown: number): string {
  const found = `${isMore ? "more than " : ""}${plural(hits, { one: "hit", other: "hits" })}`;
  if (hits <= HITS_PER_PAGE || shown === 0) return found.charAt(0).toUpperCase() + found.slice(1);
  const first = (page - 1) * HITS_PER_PAGE + 1;
  return `${formatNumber(first)}–${formatNumber(first + shown - 1)} of ${found}`;
}
