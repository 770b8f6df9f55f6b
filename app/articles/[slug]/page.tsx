import type { Metadata } from "next";
import { paths } from "@/components/shell/paths";
import { settings } from "@/lib/platform/env";
import type { SearchParams } from "../../search-params";
import { loadReading, ReadArticle } from "./read-article";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await loadReading((await params).slug);
  return {
    ...{ title: article.title, description: article.standfirst ?? undefined },
    authors: article.authors.map((name) => ({ name })),
    alternates: {
      types: { "application/atom+xml": [{ url: settings().HEDGEROW_ORIGIN + paths.feed(article.slug), title: "What is said here" }] },
    },
  };
}

/** An article's newest text. */
export default async function ArticleRoute({ params, searchParams }: Props) {
  const page = await loadReading((await params).slug);
  return <ReadArticle page={page} returnTo={paths.article(page.article.slug)} query={await searchParams} />;
}
