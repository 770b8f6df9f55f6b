import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { paths, withQuery } from "@/components/shell/paths";
import { currentViewer } from "@/lib/platform/session";
import { findCommentPlace } from "@/lib/threads/queries";

type Props = { params: Promise<{ slug: string; id: string }> };

/** A comment's lasting address: leads to the stretch of its discussion in which it stands. */
export default async function CommentPermalink({ params }: Props) {
  const { id, slug } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const place = await findCommentPlace(await currentViewer(), id);
  if (!place || place.articleSlug !== decodeURIComponent(slug)) notFound();
  const { articleSlug, subject } = place;
  const path = {
    article: paths.discussion(articleSlug),
    annotation: paths.annotationDiscussion(articleSlug, subject.id),
    claim: paths.claimDiscussion(articleSlug, subject.id),
  }[subject.kind];
  redirect(`${withQuery(path, { from: id })}#comment-${id}`);
}
