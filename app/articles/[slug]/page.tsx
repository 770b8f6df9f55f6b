import type { Metadata } from "next";
import { paths } from "@/components/shell/paths";
import { loadReading, ReadArticle } from "./read-article";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await loadReading((await params).slug);
  return { title: article.title, description: article.standfirst ?? undefined, authors: article.authors.map((name) => ({ name })) };
}

/** An article's newest text. */
export default async function ArticleRoute({ params }: Props) {
  const page = await loadReading((await params).slug);
  return <ReadArticle page={page} returnTo={paths.article(page.article.slug)} />;
}
