import Link from "next/link";
import type { LibraryEntry } from "@/lib/articles/library";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { paths, withQuery } from "../shell/paths";
import { buttonClass } from "../ui/button";
import { Icon } from "../ui/icon";
import { LibraryRow } from "./library-row";

type Props = {
  entries: readonly LibraryEntry[];
  frameworks: FrameworkSummaries;
  nextCursor: string | null;
  canImport: boolean;
  /** whether an article stands above the list already, so that these are the others */
  hasLead: boolean;
  isFirstPage: boolean;
  now: Date;
};

/** The articles as rows, newest first, with a link to the next page of them. */
export function LibraryList({ entries, frameworks, nextCursor, canImport, hasLead, isFirstPage, now }: Props) {
  return (
    <section aria-labelledby="articles">
      <div className="lib__h">
        <h2 className="h2" id="articles">
          {hasLead ? "Other articles" : "Articles"}
        </h2>
        {canImport && (
          <Link className={buttonClass({ size: "sm" })} href={paths.addArticle}>
            <Icon name="plus" />
            Add article
          </Link>
        )}
      </div>
      {entries.length > 0 ? (
        <ul className="rows">
          {entries.map((entry) => (
            <LibraryRow key={entry.id} entry={entry} frameworks={frameworks} now={now} />
          ))}
        </ul>
      ) : (
        <p className="rows__none">{isFirstPage ? "No other articles yet." : "There are no earlier articles."}</p>
      )}
      <p className="more">
        {!isFirstPage && (
          <Link className={buttonClass({ variant: "quiet" })} href={paths.library}>
            Back to the newest
          </Link>
        )}
        {nextCursor !== null && (
          <Link className={buttonClass()} href={withQuery(paths.library, { cursor: nextCursor })}>
            Load more
          </Link>
        )}
      </p>
    </section>
  );
}
