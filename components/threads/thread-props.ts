import type { RaiseCritique } from "@/lib/critiques/schema";
import type { ActionResult } from "@/lib/errors";
import type { Moderate } from "@/lib/moderation/schema";
import type { EditComment, Reply } from "@/lib/threads/schema";
import type { ShownThread } from "@/lib/threads/thread";
import type { ReaderViewer } from "../reader/client/reader-viewer";

/** What a thread may ask the server to do. */
export type ThreadActions = {
  reply(input: Reply): Promise<ActionResult<{ commentId: string }>>;
  edit(input: EditComment): Promise<ActionResult<{ version: number }>>;
  remove(input: { commentId: string }): Promise<ActionResult<unknown>>;
  restore(input: { commentId: string }): Promise<ActionResult<unknown>>;
  hide(input: Moderate): Promise<ActionResult<unknown>>;
  unhide(input: Moderate): Promise<ActionResult<unknown>>;
  raise(input: RaiseCritique): Promise<ActionResult<unknown>>;
};

/** Tells what was done at the foot of the window, with a way back where there is one. */
export type Notify = (text: string, undo?: () => void, label?: string) => void;

/** What a thread is shown with, and to whom. */
export type ThreadOptions = { thread: ShownThread; viewer: ReaderViewer; actions: ThreadActions; notify: Notify };

/** Why something that was written could not be stored. */
export type SendProblem = { code: "unauthenticated" | "conflict" | "refused" | "unreachable" | "outdated"; message: string };

/** The article that is talked about. */
export type ThreadArticle = { slug: string; title: string };

/** A framework that a critique may be about. */
export type FrameworkChoice = { id: string; label: string };
