import type { Metadata } from "next";
import { OutboxView } from "@/components/mail/outbox-view";
import { paths } from "@/components/shell/paths";
import { getOutbox } from "@/lib/mail/queries";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../app-bar";
import { orNotFound } from "../or-not-found";

export const metadata: Metadata = { title: "Outbox", robots: { index: false } };

/** For admins; for everybody else there is no such page. */
export default async function OutboxRoute() {
  const viewer = await currentViewer();
  const outbox = await orNotFound(getOutbox(viewer));
  return (
    <>
      <AppBar viewer={viewer} current={null} returnTo={paths.outbox} />
      <OutboxView outbox={outbox} now={new Date()} />
    </>
  );
}
