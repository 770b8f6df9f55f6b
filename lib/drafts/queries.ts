import "server-only";
import { database } from "../platform/db";
import { signedIn } from "../policy/person";
import type { Viewer } from "../policy/viewer";
import type { KeptDraft } from "./schema";

/** The viewer's own draft under the key, or null. @throws AppError "unauthenticated" */
export async function findDraft(viewer: Viewer, key: string): Promise<KeptDraft | null> {
  const { personId } = signedIn(viewer, "read your drafts");
  const draft = await database().draft.findUnique({
    where: { personId_key: { personId, key } },
    select: { text: true, choice: true, updatedAt: true },
  });
  return draft && { ...draft, updatedAt: draft.updatedAt.toISOString() };
}
