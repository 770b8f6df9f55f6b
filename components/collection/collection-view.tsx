import Link from "next/link";
import type { CollectionPage } from "@/lib/collection/collection";
import type { CollectionFilters } from "@/lib/collection/schema";
import { plural } from "@/lib/format";
import type { SendChange } from "../changes/use-form-send";
import { paths, withQuery } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { buttonClass } from "../ui/button";
import { CollectionFilterForm } from "./collection-filters";
import { CollectionList } from "./collection-list";

type Props = { page: CollectionPage; filters: CollectionFilters; isFirstPage: boolean; change: SendChange; putBack: SendChange };

/** One's own annotations over all articles: found, looked through, changed many at once, and taken out. */
export function CollectionView({ page, filters, isFirstPage, change, putBack }: Props) {
  const { annotations, total, nextCursor, frameworks } = page;
  const query = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, value ?? null]));
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const everything = (format: string) => withQuery(paths.exportAnnotations, { ...query, all: "yes", format });
  return (
    <main id={contentId} className="page collpage" tabIndex={-1}>
      <h1 className="pt">Your annotations</h1>
      {(total > 0 || isFiltered) && (
        <p className="page__lead">
          {plural(total, { one: "annotation", other: "annotations" })}
          {isFiltered && " that match"}, the newest first.{" "}
          {total > 0 && (
            <span className="hint">
              Take all out as{" "}
              <a className="link" href={everything("csv")} download>
                CSV
              </a>{" "}
              or{" "}
              <a className="link" href={everything("json-ld")} download>
                JSON-LD
              </a>
            </span>
          )}
        </p>
      )}
      {(total > 0 || isFiltered) && <CollectionFilterForm filters={filters} page={page} />}
      {annotations.length === 0 && <Nothing isFiltered={isFiltered} isFirstPage={isFirstPage} />}
      {/* also with nothing to list: all may just have been deleted, and the way back is here */}
      <CollectionList annotations={annotations} frameworks={frameworks} change={change} putBack={putBack} />
      <p className="more">
        {!isFirstPage && (
          <Link className={buttonClass({ variant: "quiet" })} href={withQuery(paths.annotations, query)}>
            Back to the newest
          </Link>
        )}
        {nextCursor !== null && (
          <Link className={buttonClass()} href={withQuery(paths.annotations, { ...query, cursor: nextCursor })}>
            Earlier annotations
          </Link>
        )}
      </p>
    </main>
  );
}

function Nothing({ isFiltered, isFirstPage }: { isFiltered: boolean; isFirstPage: boolean }) {
  if (!isFirstPage) return <p className="psgs__none">There are no earlier annotations.</p>;
  if (isFiltered) return <p className="psgs__none">None of your annotations matches. Take a filter off to see more.</p>;
  return (
    <p className="psgs__none">
      What you tag in the articles is listed here, over all of them.{" "}
      <Link className="link" href={paths.library}>
        Open an article
      </Link>{" "}
      and select some words.
    </p>
  );
}
