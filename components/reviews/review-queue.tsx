"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { selected } from "@/lib/anchoring/caret";
import type { Span } from "@/lib/anchoring/span";
import { trim } from "@/lib/anchoring/words";
import { isTooLong, TOO_LONG } from "@/lib/annotations/limits";
import type { ActionResult } from "@/lib/errors";
import type { ReviewItem, ReviewPage } from "@/lib/reviews/review";
import type { Decide } from "@/lib/reviews/schema";
import { KeyCaret } from "../reader/client/key-caret";
import { useAnnouncer } from "../reader/client/use-announcer";
import { useCaret } from "../reader/client/use-caret";
import { useDeviceSwitch } from "../reader/client/use-device-switch";
import { usePainted } from "../reader/client/use-painted";
import { useReader } from "../reader/client/use-reader";
import { useSelection } from "../reader/client/use-selection";
import { type Bindings, useShortcuts } from "../reader/client/use-shortcuts";
import { useSingleKeys } from "../reader/client/use-single-keys";
import { frameworksById } from "../reader/framework-lookup";
import { PlacingBar } from "./placing-bar";
import { ReviewCard } from "./review-card";
import { ReviewProgress } from "./review-progress";
import { useDeciding } from "./use-deciding";

type Props = {
  page: ReviewPage;
  decide: (input: Decide) => Promise<ActionResult<{ version: number }>>;
  /** the new text, as the server printed it */
  children: ReactNode;
};

const HOW_TO =
  "Selecting by keyboard. T goes from the paragraph to its sentence and to its word, Shift T back. Arrows go to the next or the one before; with Shift they extend by word, with Shift and Alt by sentence. Enter puts the passage there, Escape leaves.";

/** Working through the passages that wait: one is the present one, keys act on it, and the next that waits follows what was decided. */
export function ReviewQueue({ page, decide, children }: Props) {
  const { items, revision, frameworks, article } = page;
  const layer = useRef<HTMLDivElement>(null);
  const reader = useReader(layer, revision.id);
  const { said, say } = useAnnouncer();
  const singleKeys = useSingleKeys();
  const wholeWords = useDeviceSwitch("whole-words");
  // Whoever came to doubt a place came for that one.
  const doubted = items.find(({ state }) => state.kind === "moved");
  const [currentId, setCurrentId] = useState<string | null>(doubted?.rootId ?? null);
  useEffect(() => {
    if (doubted) document.getElementById(cardId(doubted))?.scrollIntoView({ block: "center" });
  }, [doubted]);
  /** the passage whose place is being selected, and what is selected for it */
  const [placing, setPlacing] = useState<{ item: ReviewItem; span: Span | null } | null>(null);
  const lookup = frameworksById(frameworks);
  const current = items.find(({ rootId }) => rootId === currentId) ?? items.find(({ decided }) => !decided) ?? items[0];

  /** what keys decide about */
  const waiting = current && !current.decided ? current : null;

  const goTo = (item: ReviewItem | undefined) => {
    if (!item) return;
    setCurrentId(item.rootId);
    const card = document.getElementById(cardId(item));
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  };
  const step = (by: 1 | -1) => current && goTo(items[items.indexOf(current) + by]);
  const deciding = useDeciding({ page, decide, say, onDecided: (item, kind) => goTo(kind === "undo" ? item : nextWaiting(items, item)) });

  const caret = useCaret(reader, say, (span) => place(span), HOW_TO);
  const place = (span: Span) => {
    if (!placing || !reader) return;
    if (isTooLong(span)) return say(TOO_LONG);
    setPlacing(null);
    deciding.decide(placing.item, { kind: "reanchor", ...span, quote: reader.text.slice(span.start, span.end) });
  };
  useSelection(placing ? reader : null, wholeWords.isOn, (passage) => setPlacing((now) => now && { ...now, span: passage }));
  const span = placing && (caret.caret ? selected(caret.caret) : placing.span);
  const chosen = reader && span && trim(reader.text, span);
  usePainted(reader, "selection", span, null);

  const beginPlacing = (item: ReviewItem) => {
    if (!reader) return;
    setCurrentId(item.rootId);
    const [likeliest] = item.candidates;
    setPlacing({ item, span: null });
    // the text is shown with the next frame; then its likeliest place comes into view, and the keyboard's caret there
    requestAnimationFrame(() => {
      const paragraph = likeliest?.excerpt.paragraph ?? item.old.paragraph;
      const block = document.getElementById(`p${paragraph ?? 1}`) ?? document.getElementById("p1");
      block?.scrollIntoView({ block: "center" });
      caret.start();
    });
  };
  const cancelPlacing = () => {
    const item = placing?.item;
    setPlacing(null);
    caret.drop();
    document.getSelection()?.removeAllRanges();
    requestAnimationFrame(() => goTo(item));
  };

  const accept = (index: number) => {
    const candidate = waiting?.candidates[index];
    if (!waiting || !candidate) return false;
    deciding.decide(waiting, { kind: "accept", start: candidate.start, end: candidate.end });
  };
  const bindings: Bindings = {
    j: () => step(1),
    k: () => step(-1),
    l: () => waiting && deciding.decide(waiting, { kind: "leave" }),
    p: () => waiting && beginPlacing(waiting),
    z: () => current?.decided && deciding.decide(current, { kind: "undo" }),
    // a focused button or link answers to Enter itself
    enter: () => (document.activeElement?.closest("button, a, summary") ? false : accept(0)),
    ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [String(index + 1), () => accept(index)])),
  };
  useShortcuts(reader, singleKeys.areOn, placing ? { escape: cancelPlacing } : bindings);

  return (
    <div className="review__q" data-reader data-revision={revision.id} data-placing={placing ? "" : undefined}>
      <ReviewProgress decided={page.decidedCount} total={page.total} areKeysOn={singleKeys.areOn} onSwitchKeys={singleKeys.switchTo} />
      <ol className="review__l">
        {items.map((item) => (
          <li key={item.rootId} hidden={placing !== null && placing.item.rootId !== item.rootId}>
            <ReviewCard
              id={cardId(item)}
              item={item}
              language={article.language}
              frameworks={lookup}
              isCurrent={item === current}
              isBusy={deciding.busyId === item.rootId}
              problem={deciding.problem?.rootId === item.rootId ? deciding.problem.message : null}
              onDecide={(decision) => deciding.decide(item, decision)}
              onPlace={() => beginPlacing(item)}
              onFocus={() => setCurrentId(item.rootId)}
            />
          </li>
        ))}
      </ol>
      <section className="review__t" aria-label={`The text of revision ${revision.number}`} hidden={!placing}>
        {children}
      </section>
      <div className="reader-layer" data-reader-layer ref={layer}>
        <p className="vh" role="status">
          {said}
        </p>
        {reader && placing && caret.caret && <KeyCaret reader={reader} layer={layer} mode={caret} />}
      </div>
      {placing && (
        <PlacingBar
          words={chosen && reader ? reader.text.slice(chosen.start, chosen.end) : null}
          onPlace={() => chosen && place(chosen)}
          onKeyboard={caret.start}
          onCancel={cancelPlacing}
        />
      )}
    </div>
  );
}

function cardId({ rootId }: ReviewItem): string {
  return `passage-${rootId}`;
}

/** The next passage that waits after this one, going round. */
function nextWaiting(items: readonly ReviewItem[], after: ReviewItem): ReviewItem | undefined {
  const index = items.findIndex(({ rootId }) => rootId === after.rootId);
  return [...items.slice(index + 1), ...items.slice(0, index)].find(({ decided }) => !decided) ?? after;
}
