import type { ReactNode } from "react";
import { encodeAnnotations } from "@/lib/annotations/wire";
import type { ReadingPage } from "@/lib/articles/reading";
import type { InlineAnswer } from "@/lib/critiques/desk";
import { Orphans } from "../placements/orphans";
import { AnswersLine } from "./answers-line";
import { ArticleEnd } from "./article-end";
import { ArticleHeader } from "./article-header";
import { ArticleTalk } from "./article-talk";
import type { ReaderActions } from "./client/reader-props";
import type { ReaderViewer } from "./client/reader-viewer";
import { ReadingRoom } from "./client/reading-room";
import type { AskedFilter } from "./client/use-filter";
import { FilterForm } from "./filter-form";
import { frameworksById } from "./framework-lookup";
import { ImportedThreads } from "./imported-threads";

type Props = {
  page: ReadingPage;
  asked: AskedFilter;
  /** whether the filters are shown as a form */
  isFilterOpen: boolean;
  /** the page's own address, for signing in and coming back */
  returnTo: string;
  viewer: ReaderViewer;
  actions: ReaderActions;
  /** what the viewer is told of the article */
  follow?: ReactNode;
  /** the present moment, for the age of notes */
  now: Date;
};

/** The reading view: contents, article and margin, complete without script. What annotations do not change is printed here, the rest in the room. */
export function ReadingView({ page, asked, isFilterOpen, returnTo, viewer, actions, now, follow }: Props) {
  const { article, revision, frameworks, lately, claims, threads, can } = page;
  const imported = threads.filter((thread) => thread.isImported);
  return (
    <ReadingRoom
      page={{
        article: { id: article.id, slug: article.slug, title: article.title, language: article.language },
        revision: { id: revision.id, text: revision.text, blocks: revision.blocks, formats: revision.formats },
        annotations: encodeAnnotations(
          page.annotations,
          frameworks.map(({ id }) => id),
        ),
        frameworks,
        lately,
        claims,
        can,
      }}
      asked={asked}
      filterForm={isFilterOpen ? <FilterForm page={page} filter={asked.filter} path={returnTo} /> : null}
      header={<ArticleHeader page={page} follow={follow} />}
      answers={answersByBlock(page, now)}
      foot={
        <>
          <ArticleEnd article={article} />
          <ArticleTalk page={page} />
          {imported.length > 0 && <ImportedThreads threads={imported} slug={article.slug} now={now} />}
        </>
      }
      orphans={<Orphans page={page} frameworks={frameworksById(frameworks)} now={now} />}
      returnTo={returnTo}
      viewer={viewer}
      actions={actions}
      now={now.toISOString()}
    />
  );
}

function answersByBlock({ answers, article }: ReadingPage, now: Date): Record<number, ReactNode> {
  const byBlock = new Map<number, InlineAnswer[]>();
  for (const answer of answers) byBlock.set(answer.blockIndex, [...(byBlock.get(answer.blockIndex) ?? []), answer]);
  return Object.fromEntries(
    [...byBlock].map(([index, answers]) => [
      index,
      <AnswersLine key={index} answers={answers} slug={article.slug} language={article.language} now={now} />,
    ]),
  );
}
