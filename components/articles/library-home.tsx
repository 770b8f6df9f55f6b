import type { LibraryPage } from "@/lib/articles/library";
import { EmptyLibrary } from "../shell/empty-library";
import { contentId } from "../shell/skip-link";
import { HedgeKey } from "./hedge-key";
import { LibraryLead } from "./library-lead";
import { LibraryList } from "./library-list";

type Props = {
  page: LibraryPage;
  /** false where the list continues an earlier page */
  isFirstPage: boolean;
  now?: Date;
};

/** The library: the article that was worked on last, then the others, then how to read their hedges. */
export function LibraryHome({ page, isFirstPage, now = new Date() }: Props) {
  const { entries, frameworks, nextCursor, can } = page;
  if (entries.length === 0 && isFirstPage) return <EmptyLibrary canImport={can.import} />;
  const lead = isFirstPage ? entries.reduce((latest, entry) => (entry.lastActiveAt > latest.lastActiveAt ? entry : latest)) : null;
  const others = entries.filter((entry) => entry !== lead);
  return (
    <main id={contentId} className="lib" tabIndex={-1}>
      <div className="lib__l">
        <h1 className="vh">Library</h1>
        {lead && <LibraryLead entry={lead} frameworks={frameworks} isOfAll={nextCursor === null} now={now} />}
        <LibraryList
          entries={others}
          frameworks={frameworks}
          nextCursor={nextCursor}
          canImport={can.import}
          hasLead={lead !== null}
          isFirstPage={isFirstPage}
          now={now}
        />
      </div>
      <aside className="lib__r" aria-labelledby="key">
        <HedgeKey profiles={entries.map((entry) => entry.profile)} frameworks={frameworks} />
      </aside>
    </main>
  );
}
