"use client";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { openPath } from "@/lib/annotations/filter";
import { tallyAll, tallyByFramework } from "@/lib/annotations/tally";
import { sectionsOf } from "@/lib/articles/reading-plan";
import { FilterStrip } from "../../annotations/filter-strip";
import { chipsOf } from "../../annotations/filter-words";
import type { ComposerHandle } from "../../threads/comment-composer";
import { ArticleBody, isLongArticle } from "../article-body";
import { ContentsHedge } from "../contents-hedge";
import { frameworksById, markedFrameworks } from "../framework-lookup";
import { MarginNotes } from "../margin-notes";
import { ReadingKey } from "../reading-key";
import { BLOCK_ROW } from "../rows";
import type { Talk } from "./note-thread";
import { ReaderClient } from "./reader-client";
import type { ReaderActions, ReadingRoomPage } from "./reader-props";
import type { ReaderViewer } from "./reader-viewer";
import { type AskedFilter, useFilter } from "./use-filter";
import { useLoaded } from "./use-loaded";
import { useMargin } from "./use-margin";
import { useNotices } from "./use-notices";
import { useRoom } from "./use-room";

const loadFilters = () => import("./filter-layer");

type Props = {
  page: ReadingRoomPage;
  asked: AskedFilter;
  /** the filters as a form, where the address asks for it; null elsewhere */
  filterForm: ReactNode;
  header: ReactNode;
  /** the author's answers to critiques, by block */
  answers: Readonly<Record<number, ReactNode>>;
  foot: ReactNode;
  /** what has no place in this text */
  orphans: ReactNode;
  /** the page's own address, for signing in and coming back */
  returnTo: string;
  viewer: ReaderViewer;
  actions: ReaderActions;
  /** the present moment, for the age of notes: ISO 8601 */
  now: string;
};

/**
 * Contents, article and margin. Drawn on the server; in the browser the same components draw again what an annotation changes, and that
 * alone.
 */
export function ReadingRoom({ page, asked, filterForm, header, answers, foot, orphans, returnTo, viewer, actions, now }: Props) {
  const { article, revision } = page;
  const everyone = useRoom(page);
  const filtering = useFilter(everyone, page, asked, returnTo);
  const { filter, room, change } = filtering;
  const [isFiltering, setFiltering] = useState(false);
  const filterButton = useRef<HTMLAnchorElement>(null);
  // Where the part cannot be loaded, the server has the same as a form.
  const filters = useLoaded(loadFilters, isFiltering && "now", () => location.assign(openPath(returnTo, filter)));
  const margin = useMargin(room);
  const notices = useNotices();
  const composer = useRef<ComposerHandle>(null);
  const frameworks = useMemo(() => frameworksById(page.frameworks), [page.frameworks]);
  const marked = useMemo(() => markedFrameworks(page.frameworks), [page.frameworks]);
  const sections = useMemo(() => sectionsOf(room.blocks), [room.blocks]);
  const counts = useMemo(() => room.layers.map(({ begun }) => tallyAll(begun)), [room.layers]);
  const most = useMemo(() => counts.reduce((most, { supports, contests }) => Math.max(most, supports, contests), 0), [counts]);
  const used = useMemo(() => tallyByFramework(room.annotations), [room.annotations]);
  // The header, the blocks, what stands under the article, the comments, the islands.
  const rows = BLOCK_ROW - 1 + room.blocks.length + 3;
  const closeFilters = () => {
    setFiltering(false);
    filterButton.current?.focus();
  };
  const { update } = everyone;
  const { notify } = notices;
  const { title } = article;
  const talk = useMemo(
    (): Talk => ({
      ...{ viewer, notify, returnTo, now, frameworks, composer, onChange: update },
      article: { slug: article.slug, title, language: article.language },
      actions: actions.talk,
    }),
    [viewer, notify, returnTo, now, frameworks, update, article.slug, title, article.language, actions],
  );
  const nameOf = (personId: string) => everyone.annotations.find(({ person }) => person.id === personId)?.person.displayName;
  const reading = (
    <div
      className={isLongArticle(room.blocks) ? "read read--long" : "read"}
      data-reader
      data-revision={revision.id}
      style={{ "--rows": rows }}
    >
      <ContentsHedge sections={sections} counts={counts} most={most} language={article.language} />
      <div className="read__text" lang={article.language}>
        {header}
        <ArticleBody blocks={room.blocks} layers={room.layers} most={most} frameworks={marked} answers={answers} slug={article.slug} />
        {foot}
        <div className="read__islands" lang="en">
          <ReaderClient
            page={page}
            returnTo={returnTo}
            room={room}
            margin={margin}
            viewer={viewer}
            actions={actions}
            notices={notices}
            talking={composer}
            onFilter={() => setFiltering(true)}
          />
        </div>
      </div>
      <aside className="read__margin" aria-label="Margin notes">
        <ReadingKey used={used} frameworks={frameworks} can={page.can} />
        <MarginNotes
          {...margin.state}
          blocks={room.blocks}
          layers={room.layers}
          annotations={room.annotations}
          texts={margin.texts}
          unsaved={margin.unsaved}
          slug={article.slug}
          frameworks={frameworks}
          now={now}
          talk={talk}
        />
      </aside>
      {orphans}
    </div>
  );
  return (
    <>
      <FilterStrip
        filter={filter}
        chips={chipsOf(filter, { frameworks: page.frameworks, nameOf })}
        shown={room.annotations.length}
        total={everyone.annotations.length}
        path={returnTo}
        isOpen={isFiltering}
        ref={filterButton}
        onOpen={() => setFiltering(!isFiltering)}
        onChange={change}
      />
      {isFiltering && filters ? (
        <filters.FilterLayer filtering={filtering} frameworks={page.frameworks} path={returnTo} onClose={closeFilters} />
      ) : (
        filterForm
      )}
      {reading}
    </>
  );
}
