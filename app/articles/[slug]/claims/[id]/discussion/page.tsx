import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import type { SearchParams } from "@/app/search-params";
import { paths } from "@/components/shell/paths";
import { DiscussedQuote, DiscussionPage } from "@/components/threads/discussion-page";
import { getDiscussedClaim } from "@/lib/discussions/queries";
import { currentViewer } from "@/lib/platform/session";
import { getThread } from "@/lib/threads/queries";
import { AppBar } from "../../../../../app-bar";
import { fromIn, readerOf, threadActions } from "../../../discussion/thread-setting";

type Props = { params: Promise<{ slug: string; id: string }>; searchParams: SearchParams };

export const metadata: Metadata = { title: "Discussion of a claim" };

/** What is said of a claim, with the claim above it. */
export default async function ClaimDiscussionRoute({ params, searchParams }: Props) {
  const { id, slug: encoded } = await params;
  const slug = decodeURIComponent(encoded);
  if (!z.uuid().safeParse(id).success) notFound();
  const viewer = await currentViewer();
  const { article, claim } = await orNotFound(getDiscussedClaim(viewer, slug, id));
  const from = await fromIn(searchParams);
  const thread = await orNotFound(getThread(viewer, { slug, subject: { kind: "claim", id } }, { from }));
  const path = paths.claimDiscussion(slug, id);
  return (
    <>
      <AppBar viewer={viewer} current={null} articleSlug={slug} returnTo={path} />
      <DiscussionPage
        article={article}
        threads={[thread]}
        viewer={readerOf(viewer)}
        actions={threadActions}
        path={path}
        isFurtherOn={from !== undefined}
        now={new Date()}
        title={`Discussion of claim C${claim.number}`}
      >
        <p className="page__lead" lang={article.language} dir="auto">
          {claim.statement}
        </p>
        <DiscussedQuote passage={claim} article={article} href={paths.article(slug)} />
      </DiscussionPage>
    </>
  );
}
