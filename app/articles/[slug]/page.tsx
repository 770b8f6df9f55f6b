import type { Metadata } from "next";
import { cache } from "react";
import { ReaderClient } from "@/components/reader/client/reader-client";
import { ReadingView } from "@/components/reader/reading-view";
import { AppBar } from "@/components/shell/app-bar";
import { paths } from "@/components/shell/paths";
import { contentId } from "@/components/shell/skip-link";
import { createAnnotationAction, editAnnotationAction, removeAnnotationAction, restoreAnnotationAction } from "@/lib/annotations/actions";
import { getReadingPage } from "@/lib/articles/queries";
import { currentViewer } from "@/lib/platform/session";
import { orNotFound } from "../../or-not-found";

type Props = { params: Promise<{ slug: string }> };

const actions = {
  create: createAnnotationAction,
  edit: editAnnotationAction,
  remove: removeAnnotationAction,
  restore: restoreAnnotationAction,
};

/** Once per request, for the title and for the page. */
const load = cache(async (slug: string) => orNotFound(getReadingPage(await currentViewer(), slug)));

async function read({ params }: Props) {
  return load(decodeURIComponent((await params).slug));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article } = await read(props);
  return { title: article.title, description: article.standfirst ?? undefined, authors: article.authors.map((name) => ({ name })) };
}

export default async function ArticleRoute(props: Props) {
  const page = await read(props);
  const viewer = await currentViewer();
  const { article, revision, frameworks, annotations } = page;
  const reader =
    viewer.kind === "person" ? { kind: viewer.kind, personId: viewer.personId, displayName: viewer.displayName } : { kind: viewer.kind };
  return (
    <>
      <AppBar
        viewer={viewer}
        current={null}
        articleTitle={article.title}
        articleLanguage={article.language}
        authors={article.authors}
        returnTo={paths.article(article.slug)}
      />
      <main id={contentId} tabIndex={-1}>
        <ReadingView
          page={page}
          now={new Date()}
          islands={
            <ReaderClient
              revisionId={revision.id}
              articleSlug={article.slug}
              frameworks={frameworks}
              annotations={annotations}
              viewer={reader}
              actions={actions}
            />
          }
        />
      </main>
    </>
  );
}
