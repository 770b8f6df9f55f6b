"use client";
import { useEffect, useRef } from "react";
import { VerdictTally } from "../../placements/verdict-tally";
import { Icon } from "../../ui/icon";
import type { Foreseen } from "./use-foresight";

/** What would become of the annotations and claims, or why that could not be said. Takes the focus when it appears: it is the answer to a press. */
export function ForeseenFate({ foreseen }: { foreseen: Foreseen | null }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (foreseen) box.current?.focus();
  }, [foreseen]);
  if (!foreseen) return null;
  if (!foreseen.ok) {
    return (
      <div className="banner banner--save" ref={box} tabIndex={-1} role="alert">
        <Icon name="warn" />
        <span>{foreseen.message}</span>
      </div>
    );
  }
  const { exact, moved, review, lost } = foreseen.counts;
  return (
    <div className="fate" ref={box} tabIndex={-1} role="status">
      <h2 className="h2">What becomes of the annotations and claims</h2>
      {exact + moved + review + lost === 0 ? <p>There are none yet.</p> : <VerdictTally counts={foreseen.counts} />}
      {review + lost > 0 && (
        <p className="hint">
          Whoever made them is asked where they stand in the new text. Until then they stay on the older one, and are listed at the foot of
          the new.
        </p>
      )}
    </div>
  );
}
