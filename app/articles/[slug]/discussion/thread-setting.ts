import { z } from "zod";
import { first, type SearchParams } from "@/app/search-params";
import type { ReaderViewer } from "@/components/reader/client/reader-viewer";
import { raiseCritiqueAction } from "@/lib/critiques/actions";
import { hideAction, restoreAction } from "@/lib/moderation/actions";
import type { Viewer } from "@/lib/policy/viewer";
import { editCommentAction, removeCommentAction, replyAction, restoreCommentAction } from "@/lib/threads/actions";

/** What a discussion's pages may ask the server to do. */
export const threadActions = {
  reply: replyAction,
  edit: editCommentAction,
  remove: removeCommentAction,
  restore: restoreCommentAction,
  raise: raiseCritiqueAction,
  hide: hideAction,
  unhide: restoreAction,
};

/** The comment at which the page is to begin, as the address says it; anything else is none. */
export async function fromIn(searchParams: SearchParams): Promise<string | undefined> {
  return z
    .uuid()
    .optional()
    .catch(undefined)
    .parse(first((await searchParams).from));
}

/** Who is reading, without their session, which is the server's own. */
export function readerOf(viewer: Viewer): ReaderViewer {
  return viewer.kind === "person"
    ? { kind: viewer.kind, personId: viewer.personId, displayName: viewer.displayName }
    : { kind: viewer.kind };
}
