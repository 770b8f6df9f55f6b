"use client";
import { type ReactNode, useMemo } from "react";
import { tallyAll, tallyByFramework } from "@/lib/annotations/tally";
import { sectionsOf } from "@/lib/articles/reading-plan";
import { ArticleBody } from "../article-body";
import { ContentsHedge } from "../contents-hedge";
import { frameworksById, markedFrameworks } from "../framework-lookup";
import { MarginNotes } from "../margin-notes";
import { ReadingKey } from "../reading-key";
import { BLOCK_ROW } from "../rows";
import { ReaderClient } from "./reader-client";
import type { ReaderActions, ReaderViewer, ReadingRoomPage } from "./reader-props";
import { useMargin } from "./use-margin";
import { useRoom } from "./use-room";

type Props = {
  page: ReadingRoomPage;
  header: ReactNode;
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
export function ReadingRoom({ page, header, foot, orphans, returnTo, viewer, actions, now }: Props) {
  const { article, revision } = page;
  const room = useRoom(page);
  const margin = useMargin(room);
  const frameworks = useMemo(() => frameworksById(page.frameworks), [page.frameworks]);
  const marked = useMemo(() => markedFrameworks(page.frameworks), [page.frameworks]);
  const sections = useMemo(() => sectionsOf(room.blocks), [room.blocks]);
  const counts = useMemo(() => room.layers.map(({ begun }) => tallyAll(begun)), [room.layers]);
  const most = useMemo(() => counts.reduce((most, { supports, contests }) => Math.max(most, supports, contests), 0), [counts]);
  const used = useMemo(() => tallyByFramework(room.annotations), [room.annotations]);
  // The header, the blocks, what stands under the article, the comments, the islands.
  const rows = BLOCK_ROW - 1 + room.blocks.length + 3;
  return (
    <div className="read" data-reader data-revision={revision.id} style={{ "--rows": rows }}>
      <ContentsHedge sections={sections} counts={counts} most={most} language={article.language} />
      <div className="read__text" lang={article.language}>
        {header}
        <ArticleBody blocks={room.blocks} layers={room.layers} most={most} frameworks={marked} />
        {foot}
        <div className="read__islands" lang="en">
          <ReaderClient page={page} returnTo={returnTo} room={room} margin={margin} viewer={viewer} actions={actions} />
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
        />
      </aside>
      {orphans}
    </div>
  );
}
