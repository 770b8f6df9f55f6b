"use client";
import { useRef, useState } from "react";
import type { ImportPreview } from "@/lib/articles/schema";
import { contentId } from "../../shell/skip-link";
import { DraftReview } from "./draft-review";
import { ImportSource } from "./import-source";
import type { SaveArticle } from "./save-article";

/** Where the person is: giving a source, or correcting what was taken from it. */
type Stage = { at: "source" } | { at: "review"; preview: ImportPreview; source: string | null };

/** Brings an article in: a source, a preview that can be corrected, and only then something stored. */
export function ImportForm({ save }: { save: SaveArticle }) {
  const [stage, setStage] = useState<Stage>({ at: "source" });
  // kept here, so that going back from the preview finds the text as it was
  const [text, setText] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);

  const go = (next: Stage) => {
    setStage(next);
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  };

  return (
    <main id={contentId} className="page import" tabIndex={-1}>
      <h1 className="pt" ref={heading} tabIndex={-1}>
        {stage.at === "source" ? "Add an article" : "Check what was taken"}
      </h1>
      {stage.at === "source" ? (
        <ImportSource text={text} onText={setText} onPreview={(preview, source) => go({ at: "review", preview, source })} />
      ) : (
        <DraftReview preview={stage.preview} source={stage.source} save={save} onBack={() => go({ at: "source" })} />
      )}
    </main>
  );
}
