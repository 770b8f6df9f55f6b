import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import type { SearchParams } from "@/app/search-params";
import { paths } from "@/components/shell/paths";
import { DiscussedQuote, DiscussionPage } from "@/components/threads/discussion-page";
import { getDiscussedAnnotation } from "@/lib/discussions/queries";
import { listFormat } from "@/lib/format";
import { currentViewer } from "@/lib/platform/session";
import { getThread } from "@/lib/threads/queries";
import { AppBar } from "../../../../../app-bar";
import { fromIn, readerOf, threadActions } from "../../../discussion/thread-setting";

type Props = { params: Promise<{ slug: string; id: string }>; searchParams: SearchParams };

export const metadata: Metadata = { title: "Discussion of an annotation" };

/** What is said of an annotation, with the annotation above it. */
export default async function AnnotationDiscussionRoute({ params, searchParams }: Props) {
  const { id, slug: encoded } = await params;
  const slug = decodeURIComponent(encoded);
  if (!z.uuid().safeParse(id).success) notFound();
  const viewer = await currentViewer();
  const { article, annotation } = await orNotFound(getDiscussedAnnotation(viewer, slug, id));
  const from = await fromIn(searchParams);
  const thread = await orNotFound(getThread(viewer, { slug, subject: { kind: "annotation", id } }, { from }));
  const path = paths.annotationDiscussion(slug, id);
  return (
    <>
      <AppBar viewer={viewer} current={null} articleSlug={slug} returnTo={path} />
      <DiscussionPage
        article={article}
        threads={[thread]}
        viewer={readerOf(viewer)}
        actions={threadActions}
        frameworks={annotation.frameworks}
        path={path}
        isFurtherOn={from !== undefined}
        now={new Date()}
        title={`Discussion of an annotation by ${annotation.writer}`}
      >
        <DiscussedQuote passage={annotation} article={article} href={paths.annotation(slug, id)} />
        <p className="page__lead">
          {annotation.writer}: {listFormat(annotation.frameworks.map(({ label, stance }) => `${stance} ${label}`))}.
        </p>
        {annotation.note !== null && (
          <p className="disc__n" dir="auto">
            {annotation.note}
          </p>
        )}
      </DiscussionPage>
    </>
  );
}
