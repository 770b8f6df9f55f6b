import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { InboxView } from "@/components/notifications/inbox-view";
import { paths, withQuery } from "@/components/shell/paths";
import { markReadFormAction } from "@/lib/notifications/actions";
import { getInbox } from "@/lib/notifications/queries";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../app-bar";
import { orNotFound } from "../or-not-found";
import { first, type SearchParams } from "../search-params";

export const metadata: Metadata = { title: "Inbox" };

/** What the viewer was told of. */
export default async function InboxRoute({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  if (viewer.kind === "anonymous") redirect(withQuery(paths.signIn, { callbackUrl: paths.inbox }));
  const query = await searchParams;
  const cursor = first(query.cursor);
  const now = new Date();
  const page = await orNotFound(getInbox(viewer, { cursor }));
  return (
    <>
      <AppBar viewer={viewer} current="inbox" returnTo={paths.inbox} />
      <InboxView page={page} isFirstPage={cursor === undefined} isGone={query.gone !== undefined} markRead={markReadFormAction} now={now} />
    </>
  );
}
