import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ReviseForm } from "@/components/revisions/revise-form";
import { paths, withQuery } from "@/components/shell/paths";
import { currentViewer } from "@/lib/platform/session";
import { createRevisionAction, foreseeRevisionAction } from "@/lib/revisions/actions";
import { getRevisablePage } from "@/lib/revisions/queries";
import { AppBar } from "../../../app-bar";
import { orNotFound } from "../../../or-not-found";

export const metadata: Metadata = { title: "A new text" };

/** A new text of an article, for those who may bring one in. */
export default async function ReviseRoute({ params }: { params: Promise<{ slug: string }> }) {
  const slug = decodeURIComponent((await params).slug);
  const viewer = await currentViewer();
  if (viewer.kind === "anonymous") redirect(withQuery(paths.signIn, { callbackUrl: paths.revise(slug) }));
  const page = await orNotFound(getRevisablePage(viewer, slug));
  const { title, language, authors } = page.article;
  return (
    <>
      <AppBar
        viewer={viewer}
        current={null}
        articleTitle={title}
        articleLanguage={language}
        authors={authors}
        returnTo={paths.article(slug)}
      />
      <ReviseForm page={page} create={createRevisionAction} foresee={foreseeRevisionAction} />
    </>
  );
}
