"use client";
import { useRef, useState } from "react";
import { type DraftEditing, hasCorrections, startEditing } from "@/lib/articles/draft-editing";
import type { ImportPreview } from "@/lib/articles/schema";
import { contentId } from "../../shell/skip-link";
import { Button } from "../../ui/button";
import { type DraftPurpose, newArticle } from "./draft-purpose";
import { DraftReview } from "./draft-review";
import { ImportSource } from "./import-source";
import type { SaveArticle } from "./save-article";
import { useLeaveWarning } from "./use-leave-warning";

/** What was taken from a source, and what was corrected in it. */
type Review = { preview: ImportPreview; source: string | null; editing: DraftEditing };

/** Brings an article in: a source, a preview that can be corrected, and only then something stored. */
export function ImportForm({ save, purpose = newArticle }: { save: SaveArticle; purpose?: DraftPurpose }) {
  const [isReviewing, setReviewing] = useState(false);
  // Both are kept here: going back from the preview finds the text as it was, and going on again the corrections.
  const [text, setText] = useState("");
  const [review, setReview] = useState<Review | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const kept = review && hasCorrections(review.editing) ? review : null;
  useLeaveWarning(!isReviewing && kept !== null);

  const show = (isReview: boolean) => {
    setReviewing(isReview);
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  };
  const start = (preview: ImportPreview, source: string | null) => {
    // The same text again, read in the same way: whoever went back to look at it did not mean to begin anew.
    const isSame = kept !== null && source !== null && source === kept.source && preview.format === kept.preview.format;
    if (!isSame) setReview({ preview, source, editing: startEditing(purpose.prefill?.(preview) ?? preview) });
    show(true);
  };

  return (
    <main id={contentId} className="page import" tabIndex={-1}>
      <h1 className="pt" ref={heading} tabIndex={-1}>
        {isReviewing ? "Check what was taken" : purpose.title}
      </h1>
      {review && isReviewing ? (
        <DraftReview
          format={review.preview.format}
          source={review.source}
          purpose={purpose}
          begun={review.editing}
          save={save}
          onBack={(editing) => {
            setReview({ ...review, editing });
            show(false);
          }}
        />
      ) : (
        <>
          {kept && (
            <p className="banner banner--save">
              <span>
                Your corrections to {titleOf(kept)} are kept. They go on when you preview the same text; previewing another text replaces
                them.
              </span>
              <Button size="sm" onClick={() => show(true)}>
                Return to your corrections
              </Button>
            </p>
          )}
          {purpose.lead !== undefined && <p className="page__lead">{purpose.lead}</p>}
          <PresentText begin={purpose.begin} onBegin={(preview) => start(preview, null)} />
          <ImportSource text={text} onText={setText} onPreview={start} />
        </>
      )}
    </main>
  );
}

/** The way to correct the text that is there, where there is one, instead of bringing another. */
function PresentText({ begin, onBegin }: { begin: DraftPurpose["begin"]; onBegin: (preview: ImportPreview) => void }) {
  if (!begin) return null;
  return (
    <div className="acts">
      <Button size="lg" onClick={() => onBegin(begin.preview)}>
        {begin.words}
      </Button>
      <p className="hint">and correct it paragraph by paragraph, or give another text below.</p>
    </div>
  );
}

/** In quotation marks, or what to say of an article whose title was emptied. */
function titleOf({ editing }: Review): string {
  const title = editing.now.fields.title.trim();
  return title === "" ? "the article" : `“${title}”`;
}
