"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { ComposerTarget } from "@/lib/annotations/composer";
import { type Draft, mergeDrafts, withDraft, withoutDraft } from "@/lib/annotations/draft";
import { draftsKey, readDrafts, writeDrafts } from "./draft-store";
import type { ReaderViewer } from "./reader-viewer";

export type Drafts = {
  /** the newest first */
  all: readonly Draft[];
  keep(draft: Draft): void;
  drop(target: ComposerTarget): void;
};

/** What the reader has begun to write on this revision and not saved. It outlives the page; another tab's drafts are left alone. */
export function useDrafts(revisionId: string, viewer: ReaderViewer): Drafts {
  const key = draftsKey(revisionId, viewer);
  const anonymousKey = draftsKey(revisionId, { kind: "anonymous" });
  const [all, setAll] = useState<readonly Draft[]>([]);

  useEffect(() => {
    let drafts = readDrafts(key);
    if (key !== anonymousKey) {
      // What was selected before signing in goes on afterwards.
      drafts = mergeDrafts(drafts, readDrafts(anonymousKey));
      writeDrafts(key, drafts);
      writeDrafts(anonymousKey, []);
    }
    setAll(drafts);
  }, [key, anonymousKey]);

  const change = useCallback(
    (how: (drafts: Draft[]) => Draft[]) => {
      const drafts = how(readDrafts(key));
      writeDrafts(key, drafts);
      setAll(drafts);
    },
    [key],
  );
  const keep = useCallback((draft: Draft) => change((drafts) => withDraft(drafts, draft)), [change]);
  const drop = useCallback((target: ComposerTarget) => change((drafts) => withoutDraft(drafts, target)), [change]);
  return useMemo(() => ({ all, keep, drop }), [all, keep, drop]);
}
