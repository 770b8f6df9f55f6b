import type { Metadata } from "next";
import { DeskView } from "@/components/critiques/desk-view";

import { paths } from "@/components/shell/paths";
import { formatDate } from "@/components/ui/dates";
import { getArticleText } from "@/lib/articles/queries";
import { takeStepAction } from "@/lib/critiques/actions";
import { deskAskedSchema } from "@/lib/critiques/desk-list";
import { listCritiques } from "@/lib/critiques/queries";
import { listFrameworks } from "@/lib/frameworks/queries";
import { documentOf } from "@/lib/letters/letter-document";
import { getLetter } from "@/lib/letters/queries";
import { currentViewer } from "@/lib/platform/session";
import { personIdOf } from "@/lib/policy/viewer";
import { AppBar } from "../../../app-bar";
import { orNotFound } from "../../../or-not-found";
import { first, type SearchParams } from "../../../search-params";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export const metadata: Metadata = { title: "Critiques" };

/** What readers object to in an article, and what its author answers: for the author a desk, for everybody else a record. */
export default async function CritiquesRoute({ params, searchParams }: Props) {
  const slug = decodeURIComponent((await params).slug);
  const query = Object.fromEntries(Object.entries(await searchParams).map(([name, value]) => [name, first(value)]));
  const viewer = await currentViewer();
  const [text, critiques, frameworks, letter] = await Promise.all([
    orNotFound(getArticleText(viewer, slug)),
    orNotFound(listCritiques(viewer, slug)),
    listFrameworks(),
    orNotFound(getLetter(viewer, slug, { order: "paragraph" })),
  ]);
  const { title, language, authors } = text.article;
  return (
    <>
      <AppBar
        viewer={viewer}
        current={null}
        articleTitle={title}
        articleLanguage={language}
        authors={authors}
        articleSlug={slug}
        articleView={{ slug, current: "critiques", critiqueCount: critiques.length }}
        returnTo={paths.critiques(slug)}
      />
      <DeskView
        {...text}
        critiques={critiques}
        frameworks={frameworks}
        asked={deskAskedSchema.parse(query)}
        openId={query.open ?? null}
        personId={personIdOf(viewer)}
        letter={documentOf(letter, formatDate)}
        take={takeStepAction}
        now={new Date()}
      />
    </>
  );
}
