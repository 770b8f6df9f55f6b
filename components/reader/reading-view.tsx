import type { ReactNode } from "react";
import type { ReadingPage } from "@/lib/articles/reading";
import { planReading } from "@/lib/articles/reading-plan";
import { Orphans } from "../placements/orphans";
import { ArticleBody } from "./article-body";
import { ArticleEnd } from "./article-end";
import { ArticleHeader } from "./article-header";
import { ContentsHedge } from "./contents-hedge";
import { frameworksById } from "./framework-lookup";
import { ImportedThreads } from "./imported-threads";
import { MarginNotes } from "./margin-notes";
import { BLOCK_ROW } from "./rows";

type Props = {
  page: ReadingPage;
  /** the present moment, for the age of notes */
  now: Date;
  /** what the browser adds to the text: popover, sheet, announcements. Its offset parent is the text column. */
  islands?: ReactNode;
};

/** The reading view: contents, article and margin. Complete without script; the client only moves and opens what is here. */
export function ReadingView({ page, now, islands }: Props) {
  const plan = planReading(page);
  const frameworks = frameworksById(page.frameworks);
  const { article, revision, threads } = page;
  const imported = threads.filter((thread) => thread.isImported);
  // The header, the blocks, what stands under the article, the comments, the islands.
  const rows = BLOCK_ROW - 1 + plan.blocks.length + 3;
  return (
    <div className="read" data-reader data-revision={revision.id} style={{ "--rows": rows }}>
      <ContentsHedge plan={plan} language={page.article.language} />
      <div className="read__text" lang={article.language}>
        <ArticleHeader page={page} />
        <ArticleBody plan={plan} frameworks={frameworks} />
        <ArticleEnd article={article} />
        {imported.length > 0 && <ImportedThreads threads={imported} now={now} />}
        <div className="read__islands" lang="en">
          {islands}
        </div>
      </div>
      <MarginNotes page={page} plan={plan} frameworks={frameworks} now={now} />
      <Orphans page={page} frameworks={frameworks} now={now} />
    </div>
  );
}
