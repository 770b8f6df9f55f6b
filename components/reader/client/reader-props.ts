import type { CreateAnnotation, EditAnnotation } from "@/lib/annotations/schema";
import type { ReadingPage } from "@/lib/articles/reading";
import type { PutBack } from "@/lib/changes/schema";
import type { Changed } from "@/lib/changes/state";
import type { ActionResult } from "@/lib/errors";
import type { TakeStepAct } from "../../critiques/use-step";
import type { ThreadActions } from "../../threads/thread-props";

/** What the reader may ask the server to do. */
export type ReaderActions = {
  create(input: CreateAnnotation): Promise<ActionResult<{ id: string }>>;
  edit(input: EditAnnotation): Promise<ActionResult<{ version: number }>>;
  remove(input: { annotationId: string }): Promise<ActionResult<null>>;
  restore(input: { annotationId: string }): Promise<ActionResult<{ version: number }>>;
  putBack(input: PutBack): Promise<ActionResult<Changed>>;
  /** what may be done in the discussion under a note */
  talk: ThreadActions & { take: TakeStepAct };
};

/** What the browser needs of the page to draw it again where annotations change. */
export type ReadingRoomPage = Pick<ReadingPage, "frameworks" | "lately" | "claims" | "can"> & {
  article: Pick<ReadingPage["article"], "id" | "slug" | "title" | "language">;
  revision: Pick<ReadingPage["revision"], "id" | "text" | "blocks" | "formats">;
  /** see lib/annotations/wire.ts */
  annotations: string;
};
