import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ComparisonView } from "@/components/revisions/comparison-view";
import { paths } from "@/components/shell/paths";
import { currentViewer } from "@/lib/platform/session";
import { revisionNumber } from "@/lib/revisions/number";
import { getComparisonPage } from "@/lib/revisions/queries";
import { AppBar } from "../../../app-bar";
import { orNotFound } from "../../../or-not-found";
import { first, type SearchParams } from "../../../search-params";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export const metadata: Metadata = { title: "Two revisions compared" };

/** Two texts of an article, by their numbers: `?from=1&to=2`. The later one is `to`, whichever was named first. */
export default async function CompareRoute({ params, searchParams }: Props) {
  const query = await searchParams;
  const slug = decodeURIComponent((await params).slug);
  const from = revisionNumber(first(query.from)) ?? notFound();
  const to = revisionNumber(first(query.to)) ?? notFound();
  if (from > to) redirect(paths.compare(slug, to, from));
  if (from === to) redirect(paths.revision(slug, to));
  const viewer = await currentViewer();
  const page = await orNotFound(getComparisonPage(viewer, slug, from, to));
  const { title, language, authors } = page.article;
  return (
    <>
      <AppBar
        viewer={viewer}
        current={null}
        articleTitle={title}
        articleLanguage={language}
        authors={authors}
        returnTo={paths.compare(slug, from, to)}
      />
      <ComparisonView page={page} />
    </>
  );
}
