import { cache } from "react";
import { FollowControl } from "@/components/notifications/follow-control";
import type { AskedFilter } from "@/components/reader/client/use-filter";
import { ReadingView } from "@/components/reader/reading-view";
import { FoundWords } from "@/components/search/found-words";
import { contentId } from "@/components/shell/skip-link";
import { createAnnotationAction, editAnnotationAction, removeAnnotationAction, restoreAnnotationAction } from "@/lib/annotations/actions";
import { filteredPath, matcherOf, noFilter, parseFilter } from "@/lib/annotations/filter";
import { notesAreSent } from "@/lib/annotations/wire";
import { getReadingPage } from "@/lib/articles/queries";
import type { ReadingPage } from "@/lib/articles/reading";
import { putBackAction } from "@/lib/changes/actions";
import { takeStepAction } from "@/lib/critiques/actions";
import { setFollowFormAction } from "@/lib/notifications/actions";
import { getFollowing } from "@/lib/notifications/queries";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../../app-bar";
import { orNotFound } from "../../or-not-found";
import { all, first, type SearchParams } from "../../search-params";
import { threadActions } from "./discussion/thread-setting";

const actions = {
  create: createAnnotationAction,
  edit: editAnnotationAction,
  remove: removeAnnotationAction,
  restore: restoreAnnotationAction,
  putBack: putBackAction,
  talk: { ...threadActions, take: takeStepAction },
};

/** What is read, the newest revision or the one with a number. Once per request, for the title and for the page. */
export const loadReading = cache(async (slug: string, number?: number) =>
  orNotFound(getReadingPage(await currentViewer(), decodeURIComponent(slug), number)),
);

type Props = {
  page: ReadingPage;
  /** this page's own address, without what is asked of it */
  returnTo: string;
  query: Awaited<SearchParams>;
};

/** The reading page of a revision. Older ones can be tagged too: what is made there is carried on to the newer texts. */
export async function ReadArticle({ page, returnTo, query }: Props) {
  const viewer = await currentViewer();
  const { article } = page;
  const follow = viewer.kind === "person" && (
    <FollowControl
      subject={{ kind: "article", id: article.id }}
      mode={(await getFollowing(viewer, { articleId: article.id })).article}
      setFollow={setFollowFormAction}
    />
  );
  const found = all(query.find);
  const asked = readFilter(page, query);
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
        articleSlug={article.slug}
        articleView={{ slug: article.slug, current: "read", critiqueCount: page.critiques.total }}
        returnTo={filteredPath(returnTo, asked.filter)}
      />
      <main id={contentId} tabIndex={-1}>
        <ReadingView
          page={page}
          asked={asked}
          isFilterOpen={first(query.filter) === "open"}
          returnTo={returnTo}
          viewer={reader}
          actions={actions}
          now={new Date()}
          follow={follow}
        />
        {found.length > 0 && <FoundWords words={found} />}
      </main>
    </>
  );
}

/** The filter in the address; and, where not all notes are sent along, what the server finds its text in. */
function readFilter({ annotations, frameworks, revision }: ReadingPage, query: Awaited<SearchParams>): AskedFilter {
  const filter = parseFilter((parameter) => all(query[parameter]), { frameworks, people: annotations.map(({ person }) => person.id) });
  if (filter.text === "" || notesAreSent(annotations)) return { filter, found: null };
  const matches = matcherOf({ ...noFilter, text: filter.text }, { frameworks, text: revision.text });
  return { filter, found: annotations.filter(matches).map(({ id }) => id) };
}
