import type { Metadata } from "next";
import { AuthorsView } from "@/components/attributions/authors-view";
import { paths } from "@/components/shell/paths";
import { endAttributionAction, linkPersonAction, requestAttributionAction } from "@/lib/attributions/actions";
import { getAuthorsPage } from "@/lib/attributions/queries";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../../../app-bar";
import { orNotFound } from "../../../or-not-found";

export const metadata: Metadata = { title: "Who wrote it" };

const actions = { request: requestAttributionAction, link: linkPersonAction, end: endAttributionAction };

/** The names under an article, and whose they are. */
export default async function AuthorsRoute({ params }: { params: Promise<{ slug: string }> }) {
  const viewer = await currentViewer();
  const page = await orNotFound(getAuthorsPage(viewer, decodeURIComponent((await params).slug)));
  const { slug, title, language, authors } = page.article;
  return (
    <>
      <AppBar
        viewer={viewer}
        current={null}
        articleTitle={title}
        articleLanguage={language}
        authors={authors}
        returnTo={paths.authors(slug)}
      />
      <AuthorsView page={page} isSignedIn={viewer.kind === "person"} actions={actions} />
    </>
  );
}
