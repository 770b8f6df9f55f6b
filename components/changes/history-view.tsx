import Link from "next/link";
import type { AnnotationHistory, ShownVersion } from "@/lib/changes/history";
import { isSame } from "@/lib/changes/state";
import { shortened } from "@/lib/changes/words";
import { HiddenWords } from "../moderation/hidden-words";
import { paths, withQuery } from "../shell/paths";
import { contentId } from "../shell/skip-link";
import { buttonClass } from "../ui/button";
import { HistoryVersion } from "./history-version";
import { PutBackButton } from "./put-back-button";
import type { SendChange } from "./use-form-send";

type Props = { history: AnnotationHistory; isFirstPage: boolean; now: Date; send: SendChange };

const MAX_QUOTE_LENGTH = 280;

/** What an annotation said, and what it says now: each version with what was other than before. */
export function HistoryView({ history, isFirstPage, now, send }: Props) {
  const { article, quote, paragraph, person, versions, annotationId, current, before, can } = history;
  const frameworks = new Map(history.frameworks.map((framework) => [framework.id, framework]));
  // Bringing back what it says anyway would do nothing; who may see it is not brought back.
  const latest = isFirstPage ? versions[0] : undefined;
  const saysOther = (version: ShownVersion) => !latest || !isSame({ ...version, audience: latest.audience, isDeleted: false }, latest);
  const path = paths.annotationHistory(article.slug, annotationId);
  return (
    <main id={contentId} className="page hist" tabIndex={-1}>
      <h1 className="pt">History of {person.isViewer ? "your annotation" : `an annotation by ${person.displayName}`}</h1>
      <p className="page__lead">
        On{" "}
        <Link className="link" href={paths.annotation(article.slug, annotationId)}>
          <q lang={article.language}>{shortened(quote, MAX_QUOTE_LENGTH)}</q>
        </Link>{" "}
        in <span lang={article.language}>{article.title}</span>
        {paragraph !== null && `, ¶\u00a0${paragraph}`}.
      </p>
      {history.isHidden && (
        <p>
          The note: <HiddenWords slug={article.slug} />
        </p>
      )}
      {versions.length === 0 && <p>There is nothing older to show.</p>}
      {versions.length === 1 && current > 1 && isFirstPage && (
        <p className="hint">What it said before was not for you to see, or nothing that you could see was changed.</p>
      )}
      <ol className="hist__l" reversed>
        {versions.map((version) => (
          <HistoryVersion
            key={version.number}
            version={version}
            frameworks={frameworks}
            isCurrent={version === versions[0] && isFirstPage}
            now={now}
          >
            {can.putBack && version.number !== current && !version.isDeleted && saysOther(version) && (
              <PutBackButton annotationId={annotationId} version={current} toVersion={version.number} send={send} />
            )}
          </HistoryVersion>
        ))}
      </ol>
      <p className="more">
        {!isFirstPage && (
          <Link className={buttonClass({ variant: "quiet" })} href={path}>
            Back to the newest
          </Link>
        )}
        {before !== null && (
          <Link className={buttonClass()} href={withQuery(path, { before: String(before) })}>
            Earlier versions
          </Link>
        )}
      </p>
    </main>
  );
}
