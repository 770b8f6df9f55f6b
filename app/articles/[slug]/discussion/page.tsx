import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import type { SearchParams } from "@/app/search-params";
import { paths } from "@/components/shell/paths";
import { DiscussedWhole, DiscussionPage } from "@/components/threads/discussion-page";
import { getDiscussedArticle } from "@/lib/discussions/queries";
import { currentViewer } from "@/lib/platform/session";
import { getThread, listThreads } from "@/lib/threads/queries";
import { AppBar } from "../../../app-bar";
import { fromIn, readerOf, threadActions } from "./thread-setting";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export const metadata: Metadata = { title: "Discussion" };

/** What is said of an article as a whole: where it was first published, and here. */
export default async function DiscussionRoute({ params, searchParams }: Props) {
  const viewer = await currentViewer();
  const slug = decodeURIComponent((await params).slug);
  const article = await orNotFound(getDiscussedArticle(viewer, slug));
  const from = await fromIn(searchParams);
  const subject = { kind: "article", id: article.id } as const;
  const own = await orNotFound(getThread(viewer, { slug, subject }, { from }));
  const others = await listThreads(viewer, article.id);
  const imported = await Promise.all(
    others.flatMap(({ id, isImported }) => (isImported && id !== null ? [orNotFound(getThread(viewer, { threadId: id }, { from }))] : [])),
  );
  const path = paths.discussion(slug);
  return (
    <>
      <AppBar viewer={viewer} current={null} articleSlug={slug} returnTo={path} />
      <DiscussionPage
        article={article}
        threads={[...imported, own]}
        viewer={readerOf(viewer)}
        actions={threadActions}
        path={path}
        isFurtherOn={from !== undefined}
        now={new Date()}
        title="Discussion of the article"
      >
        <DiscussedWhole article={article} />
      </DiscussionPage>
    </>
  );
}
