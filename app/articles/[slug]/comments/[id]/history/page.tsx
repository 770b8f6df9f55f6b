import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { paths } from "@/components/shell/paths";
import { CommentHistory } from "@/components/threads/comment-history";
import { currentViewer } from "@/lib/platform/session";
import { listCommentHistory } from "@/lib/threads/queries";
import { AppBar } from "../../../../../app-bar";

type Props = { params: Promise<{ slug: string; id: string }> };

export const metadata: Metadata = { title: "History of a comment" };

/** What a comment said before, and what it says now. */
export default async function CommentHistoryRoute({ params }: Props) {
  const { id, slug } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const viewer = await currentViewer();
  const { articleSlug, ...history } = await orNotFound(listCommentHistory(viewer, id));
  if (articleSlug !== decodeURIComponent(slug)) notFound();
  return (
    <>
      <AppBar viewer={viewer} current={null} articleSlug={articleSlug} returnTo={paths.commentHistory(articleSlug, id)} />
      <CommentHistory {...history} href={paths.comment(articleSlug, id)} />
    </>
  );
}
