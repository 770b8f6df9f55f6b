import { plural } from "@/lib/format";
import type { HistoryEntry, HistoryPage } from "@/lib/revisions/revision";
import { VerdictTally } from "../placements/verdict-tally";
import { paths } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { ButtonLink } from "../ui/button";
import { Time } from "../ui/time";

/** The texts of an article, the newest first: who brought each in, and what became of what was annotated before. */
export function HistoryView({ page: { article, entries, can } }: { page: HistoryPage }) {
  return (
    <main id={contentId} className="page history" tabIndex={-1}>
      <h1 className="pt">
        Revisions of{" "}
        <a className="link" href={paths.article(article.slug)} lang={article.language} dir="auto">
          {article.title}
        </a>
      </h1>
      <ol className="history__l" reversed>
        {entries.map((entry, index) => (
          <li key={entry.number}>
            <Entry entry={entry} slug={article.slug} isNewest={index === 0} />
          </li>
        ))}
      </ol>
      {can.revise && (
        <p className="acts">
          <ButtonLink variant="primary" size="lg" href={paths.revise(article.slug)}>
            Upload a new text
          </ButtonLink>
        </p>
      )}
    </main>
  );
}

function Entry({
  entry: { number, createdAt, by, paragraphs, verdicts },
  slug,
  isNewest,
}: {
  entry: HistoryEntry;
  slug: string;
  isNewest: boolean;
}) {
  const waiting = verdicts && verdicts.review + verdicts.lost;
  return (
    <>
      <h2 className="h2">
        <a className="link" href={isNewest ? paths.article(slug) : paths.revision(slug, number)}>
          Revision {number}
        </a>
        {isNewest && <span className="muted">, the newest</span>}
      </h2>
      <p className="muted">
        <Time date={createdAt} />
        {by !== null && `, brought in by ${by}`}, {plural(paragraphs, { one: "paragraph", other: "paragraphs" })}
      </p>
      {verdicts && <VerdictTally counts={verdicts} />}
      {waiting !== null && waiting > 0 && (
        <p className="hint">
          {verdicts?.decided ?? 0} of {waiting} decided
        </p>
      )}
      {number > 1 && (
        <p>
          <a className="link" href={paths.compare(slug, number - 1, number)}>
            Compare with revision {number - 1}
          </a>
        </p>
      )}
    </>
  );
}
