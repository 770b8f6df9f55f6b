import { redirect } from "next/navigation";
import { z } from "zod";
import { paths, withQuery } from "@/components/shell/paths";
import { AppError } from "@/lib/errors";
import { markRead } from "@/lib/notifications/commands";
import { getNotice } from "@/lib/notifications/queries";
import type { ShownNotice } from "@/lib/notifications/schema";
import { isOwnNavigation } from "@/lib/platform/http";
import { currentViewer } from "@/lib/platform/session";

/**
 * Opens what a notice tells of, and marks it as read: also from a mail, and without script. Another site's link and a page that is loaded
 * ahead of time lead there too, and mark nothing.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const viewer = await currentViewer();
  if (viewer.kind === "anonymous") redirect(withQuery(paths.signIn, { callbackUrl: paths.notice(id) }));
  redirect(await open());

  async function open(): Promise<string> {
    const gone = withQuery(paths.inbox, { gone: "yes" });
    if (!z.uuid().safeParse(id).success) return gone;
    try {
      const notice = await getNotice(viewer, id);
      if (isOwnNavigation(request.headers)) await markRead(viewer, { ids: [id] });
      return placeOf(notice) ?? gone;
    } catch (error) {
      if (error instanceof AppError && error.code === "not-found") return gone;
      throw error;
    }
  }
}

/** Where it stands: the comment, or the critique among those of its article. */
function placeOf({ article, commentId, critique, isGone }: ShownNotice): string | null {
  if (critique !== null && (commentId === null || isGone)) return paths.critique(article.slug, critique.id);
  return commentId === null || isGone ? null : paths.comment(article.slug, commentId);
}
