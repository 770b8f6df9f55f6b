import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CollectionView } from "@/components/collection/collection-view";
import { paths, withQuery } from "@/components/shell/paths";
import { changeManyFormAction, putBackFormAction } from "@/lib/changes/actions";
import { getCollectionPage } from "@/lib/collection/queries";
import { filtersSchema } from "@/lib/collection/schema";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../app-bar";
import { orNotFound } from "../or-not-found";
import { first, type SearchParams } from "../search-params";

export const metadata: Metadata = { title: "Your annotations" };

/** One's own annotations over all articles. */
export default async function CollectionRoute({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  if (viewer.kind === "anonymous") redirect(withQuery(paths.signIn, { callbackUrl: paths.annotations }));
  const query = Object.fromEntries(Object.entries(await searchParams).map(([name, value]) => [name, first(value)]));
  const filters = filtersSchema.parse(query);
  const page = await orNotFound(getCollectionPage(viewer, { filters, cursor: query.cursor }));
  return (
    <>
      <AppBar viewer={viewer} current={null} returnTo={paths.annotations} />
      <CollectionView
        page={page}
        filters={filters}
        isFirstPage={query.cursor === undefined}
        change={changeManyFormAction}
        putBack={putBackFormAction}
      />
    </>
  );
}
