import type { ReviewPage } from "@/lib/reviews/review";

/** The new text, to select in: each block's words in an element of their own, as lib/anchoring/dom.ts expects them. */
export function ReviewText({ revision: { text, blocks }, language }: { revision: ReviewPage["revision"]; language: string }) {
  return (
    <div className="read__text" lang={language}>
      {blocks.map(({ id, kind, number, start, end }, index) => (
        <div
          key={id}
          className={kind === "heading" ? "cmp is-heading" : "cmp"}
          data-block={index}
          id={number === null ? `b${index}` : `p${number}`}
        >
          <p className="cmp__n num" lang="en">
            {number !== null && `¶ ${number}`}
          </p>
          <p className="cmp__t" dir="auto" data-text data-start={start} data-end={end}>
            {text.slice(start, end)}
          </p>
        </div>
      ))}
    </div>
  );
}
