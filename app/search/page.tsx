import type { Metadata } from "next";
import { cache } from "react";
import { SearchPage } from "@/components/search/search-page";
import { paths, withQuery } from "@/components/shell/paths";
import { findArticleTitle } from "@/lib/articles/queries";
import { AppError } from "@/lib/errors";
import { currentViewer } from "@/lib/platform/session";
import type { Outcome } from "@/lib/search/hit";
import { search } from "@/lib/search/queries";
import { type Search, searchSchema } from "@/lib/search/schema";
import { AppBar } from "../app-bar";
import { first, type SearchParams } from "../search-params";

type Props = { searchParams: SearchParams };

const read = cache(async (searchParams: SearchParams): Promise<Search> => {
  const query = await searchParams;
  return searchSchema.parse({ q: first(query.q), in: first(query.in), article: first(query.article), page: first(query.page) });
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = await read(searchParams);
  return { title: q.trim() === "" ? "Search" : `${q.trim()} · Search`, robots: { index: false } };
}

export default async function SearchRoute({ searchParams }: Props) {
  const viewer = await currentViewer();
  const asked = await read(searchParams);
  const article = asked.article === undefined ? null : await findArticleTitle(asked.article);
  const outcome = await answer(search(viewer, { ...asked, article: article?.slug }));
  return (
    <>
      <AppBar viewer={viewer} current="search" returnTo={withQuery(paths.search, { q: asked.q, article: article?.slug ?? null })} />
      <SearchPage asked={asked} article={article} outcome={outcome} />
    </>
  );
}

/** What the person can do something about is told beside the question, which stays. */
async function answer(outcome: Promise<Outcome>): Promise<Outcome | { kind: "refused"; message: string }> {
  try {
    return await outcome;
  } catch (error) {
    if (error instanceof AppError && error.code !== "unavailable") return { kind: "refused", message: error.message };
    throw error;
  }
}
