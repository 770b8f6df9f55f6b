import type { ReactNode } from "react";
import type { ReadingPage } from "@/lib/articles/reading";
import { listFormat, plural } from "@/lib/format";
import { RevisionNotice } from "../revisions/revision-notice";
import { paths } from "../shell/paths";
import { Time } from "../ui/time";

/** Title, standfirst, who wrote it and when, and how much there is to read. */
export function ArticleHeader({ page, follow }: { page: ReadingPage /** what the viewer is told of it */; follow?: ReactNode }) {
  const { article, revision, newest, can } = page;
  const claims = page.claims.length;
  const paragraphs = revision.blocks.filter((block) => block.number !== null).length;
  const counts = [
    plural(paragraphs, { one: "paragraph", other: "paragraphs" }),
    claims > 0 && plural(claims, { one: "claim", other: "claims" }),
  ];
  return (
    <header className="art">
      <h1 dir="auto">{article.title}</h1>
      {article.standfirst !== null && (
        <p className="sub" dir="auto">
          {article.standfirst}
        </p>
      )}
      <p className="by" lang="en">
        {article.authors.length > 0 && <b>{listFormat(article.authors)}</b>}
        {article.published !== null && <span>{article.published}</span>}
        <span>
          {newest.number > 1 ? (
            <a className="link" href={paths.revisions(article.slug)}>
              Revision {revision.number} of {newest.number}
            </a>
          ) : (
            `Revision ${revision.number}`
          )}
          , <Time date={revision.createdAt} />
        </span>
        <span className="num">{counts.filter(Boolean).join(", ")}</span>
        {can.revise && (
          <a className="link" href={paths.revise(article.slug)}>
            Upload a new text
          </a>
        )}
      </p>
      {follow}
      <RevisionNotice page={page} />
    </header>
  );
}
