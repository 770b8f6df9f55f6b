import type { Metadata } from "next";
import { HistoryView } from "@/components/revisions/history-view";
import { paths } from "@/components/shell/paths";
import { currentViewer } from "@/lib/platform/session";
import { getHistoryPage } from "@/lib/revisions/queries";
import { AppBar } from "../../../app-bar";
import { orNotFound } from "../../../or-not-found";

export const metadata: Metadata = { title: "Revisions" };

/** The texts that an article has had. */
export default async function HistoryRoute({ params }: { params: Promise<{ slug: string }> }) {
  const viewer = await currentViewer();
  const page = await orNotFound(getHistoryPage(viewer, decodeURIComponent((await params).slug)));
  const { slug, title, language, authors } = page.article;
  return (
    <>
      <AppBar
        viewer={viewer}
        current={null}
        articleTitle={title}
        articleLanguage={language}
        authors={authors}
        returnTo={paths.revisions(slug)}
      />
      <HistoryView page={page} />
    </>
  );
}
