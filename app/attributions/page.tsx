import type { Metadata } from "next";
import { AttributionsView } from "@/components/attributions/attributions-view";
import { paths } from "@/components/shell/paths";
import { decideAttributionAction } from "@/lib/attributions/actions";
import { getAttributionsPage } from "@/lib/attributions/queries";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../app-bar";
import { orNotFound } from "../or-not-found";
import { first, type SearchParams } from "../search-params";

export const metadata: Metadata = { title: "Who wrote what" };

/** For admins: what people say they wrote. */
export default async function AttributionsRoute({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  const cursor = first((await searchParams).cursor);
  const page = await orNotFound(getAttributionsPage(viewer, { cursor }));
  return (
    <>
      <AppBar viewer={viewer} current={null} returnTo={paths.attributions} />
      <AttributionsView page={page} isFirstPage={cursor === undefined} decide={decideAttributionAction} />
    </>
  );
}
