import type { Metadata } from "next";
import { ModerationView } from "@/components/moderation/moderation-view";
import { paths } from "@/components/shell/paths";
import { hideAction, restoreAction } from "@/lib/moderation/actions";
import { listModeration } from "@/lib/moderation/queries";
import { moderatedSchema } from "@/lib/moderation/schema";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../../../app-bar";
import { orNotFound } from "../../../or-not-found";
import { first, type SearchParams } from "../../../search-params";

export const metadata: Metadata = { title: "What was hidden" };

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

/** What moderators did under an article; `?comment=` or `?annotation=` names what a moderator came to hide or bring back. */
export default async function ModerationRoute({ params, searchParams }: Props) {
  const viewer = await currentViewer();
  const { comment, annotation, cursor } = await searchParams;
  const asked = moderatedSchema.safeParse(
    comment === undefined ? { kind: "annotation", id: first(annotation) } : { kind: "comment", id: first(comment) },
  );
  const options = { subject: asked.data, cursor: first(cursor) };
  const page = await orNotFound(listModeration(viewer, decodeURIComponent((await params).slug), options));
  const { slug, title, language, authors } = page.article;
  return (
    <>
      <AppBar
        viewer={viewer}
        current={null}
        articleTitle={title}
        articleLanguage={language}
        authors={authors}
        returnTo={paths.moderation(slug)}
      />
      <ModerationView page={page} hide={hideAction} restore={restoreAction} />
    </>
  );
}
