import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { ReviewQueue } from "@/components/reviews/review-queue";
import { ReviewView } from "@/components/reviews/review-view";
import { paths, withQuery } from "@/components/shell/paths";
import { currentViewer } from "@/lib/platform/session";
import { decideAction } from "@/lib/reviews/actions";
import { getReviewPage } from "@/lib/reviews/queries";
import { revisionNumber } from "@/lib/revisions/number";
import { AppBar } from "../../../app-bar";
import { orNotFound } from "../../../or-not-found";
import { first, type SearchParams } from "../../../search-params";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export const metadata: Metadata = { title: "Review" };

/** The passages of an article's newest text that wait for the viewer. */
export default async function ReviewRoute({ params, searchParams }: Props) {
  const slug = decodeURIComponent((await params).slug);
  const query = await searchParams;
  const number = first(query.page);
  const viewer = await currentViewer();
  if (viewer.kind === "anonymous") redirect(withQuery(paths.signIn, { callbackUrl: paths.review(slug) }));
  const page = await orNotFound(
    getReviewPage(viewer, slug, {
      page: number === undefined ? 1 : (revisionNumber(number) ?? notFound()),
      doubted: z.uuid().safeParse(first(query.doubt)).data,
    }),
  );
  const { title, language, authors } = page.article;
  return (
    <>
      <AppBar
        viewer={viewer}
        current={null}
        articleTitle={title}
        articleLanguage={language}
        authors={authors}
        returnTo={paths.review(slug)}
      />
      <ReviewView
        page={page}
        queue={(text) => (
          <ReviewQueue page={page} decide={decideAction}>
            {text}
          </ReviewQueue>
        )}
      />
    </>
  );
}
