import type { Metadata } from "next";
import { LibraryHome } from "@/components/articles/library-home";
import { getLibraryPage } from "@/lib/articles/queries";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "./app-bar";
import { orNotFound } from "./or-not-found";
import { first, type SearchParams } from "./search-params";

export const metadata: Metadata = { title: { absolute: "Library · Hedgerow" } };

export default async function LibraryRoute({ searchParams }: { searchParams: SearchParams }) {
  const cursor = first((await searchParams).cursor);
  const viewer = await currentViewer();
  const page = await orNotFound(getLibraryPage(viewer, { cursor }));
  return (
    <>
      <AppBar viewer={viewer} current="library" />
      <LibraryHome page={page} isFirstPage={cursor === undefined} />
    </>
  );
}
