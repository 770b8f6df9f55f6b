import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import type { CreateAnnotation, EditAnnotation } from "@/lib/annotations/schema";
import type { PutBack } from "@/lib/changes/schema";
import type { Changed } from "@/lib/changes/state";
import type { ActionResult } from "@/lib/errors";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";

/** Who is reading, as far as the browser may know. The server's own viewer also names a session: that must not be sent. */
export type ReaderViewer = { kind: "anonymous" } | { kind: "person"; personId: string; displayName: string };

/** What the reader may ask the server to do. */
export type ReaderActions = {
  create(input: CreateAnnotation): Promise<ActionResult<{ id: string }>>;
  edit(input: EditAnnotation): Promise<ActionResult<{ version: number }>>;
  remove(input: { annotationId: string }): Promise<ActionResult<null>>;
  restore(input: { annotationId: string }): Promise<ActionResult<null>>;
  putBack(input: PutBack): Promise<ActionResult<Changed>>;
};

export type ReaderClientProps = {
  revisionId: string;
  /** the page's own address, for signing in and coming back */
  returnTo: string;
  frameworks: FrameworkSummaries;
  /** in text order, the ones whose marks are on the page */
  annotations: readonly AnchoredAnnotation[];
  viewer: ReaderViewer;
  actions: ReaderActions;
};
