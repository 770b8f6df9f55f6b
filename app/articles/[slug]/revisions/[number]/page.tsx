import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { paths } from "@/components/shell/paths";
import { revisionNumber } from "@/lib/revisions/number";
import type { SearchParams } from "../../../../search-params";
import { loadReading, ReadArticle } from "../../read-article";

type Props = { params: Promise<{ slug: string; number: string }>; searchParams: SearchParams };

async function load({ params }: Props) {
  const { slug, number } = await params;
  return loadReading(slug, revisionNumber(number) ?? notFound());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article, revision } = await load(props);
  // The newest text is what searches should find.
  return { title: `${article.title}, revision ${revision.number}`, alternates: { canonical: paths.article(article.slug) } };
}

/** A revision by its number, older ones above all: their marks stay where they were made. */
export default async function RevisionRoute(props: Props) {
  const page = await load(props);
  return <ReadArticle page={page} returnTo={paths.revision(page.article.slug, page.revision.number)} query={await props.searchParams} />;
}
