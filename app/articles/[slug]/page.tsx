import type { Metadata } from "next";
import { paths } from "@/components/shell/paths";
import type { SearchParams } from "../../search-params";
import { loadReading, ReadArticle } from "./read-article";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await loadReading((await params).slug);
  return { title: article.title, description: article.standfirst ?? undefined, authors: article.authors.map((name) => ({ name })) };
}

/** An article's newest text. */
export default async function ArticleRoute({ params, searchParams }: Props) {
  const page = await loadReading((await params).slug);
  return <ReadArticle page={page} returnTo={paths.article(page.article.slug)} query={await searchParams} />;
}
