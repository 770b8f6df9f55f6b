import { lostWords, movedWords, reviewWords } from "@/lib/placements/words";
import type { ReviewItem } from "@/lib/reviews/review";
import type { Decision } from "@/lib/reviews/schema";
import type { FrameworkLookup } from "../reader/framework-lookup";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { CandidateCard } from "./candidate-card";
import { DecidedLine } from "./decided-line";
import { ExcerptWords } from "./excerpt-words";
import { SubjectHead } from "./subject-head";

type Props = {
  id: string;
  item: ReviewItem;
  language: string;
  frameworks: FrameworkLookup;
  isCurrent: boolean;
  isBusy: boolean;
  problem: string | null;
  onDecide(decision: Decision): void;
  onPlace(): void;
  onFocus(): void;
};

function reasonOf(state: ReviewItem["state"]): string {
  if (state.kind === "moved")
    return `It was carried to another place: ${movedWords[state.why]}. Say where it belongs, or leave it on the older text.`;
  return state.kind === "review" ? reviewWords[state.why] : lostWords[state.why];
}

/** One passage: what was said about it, the old words, the places it could have, and what may be decided. */
export function ReviewCard({ id, item, language, frameworks, isCurrent, isBusy, problem, onDecide, onPlace, onFocus }: Props) {
  const { subject, state, old, revision, candidates, decided } = item;
  return (
    <article
      className="rev"
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-on`}
      aria-current={isCurrent ? "true" : undefined}
      aria-busy={isBusy}
      onFocus={onFocus}
    >
      <SubjectHead id={`${id}-on`} subject={subject} frameworks={frameworks} />
      <p className="rev__why">{reasonOf(state)}</p>
      <div className="rev__cols">
        <div>
          <h3 className="rev__h">
            Revision {revision}
            {old.paragraph !== null && `, ¶ ${old.paragraph}`}
          </h3>
          <ExcerptWords excerpt={old} language={language}>
            <mark>{old.words}</mark>
          </ExcerptWords>
        </div>
        <div>
          {decided ? (
            <DecidedLine
              decided={decided}
              revision={revision}
              language={language}
              isBusy={isBusy}
              onUndo={() => onDecide({ kind: "undo" })}
            />
          ) : (
            <>
              {candidates.length === 0 && <h3 className="rev__h">No place was found in the new text</h3>}
              {candidates.map((candidate, index) => (
                <CandidateCard
                  key={`${candidate.start} ${candidate.end}`}
                  candidate={candidate}
                  number={index + 1}
                  language={language}
                  isBusy={isBusy}
                  onAccept={() => onDecide({ kind: "accept", start: candidate.start, end: candidate.end })}
                />
              ))}
            </>
          )}
        </div>
      </div>
      {!decided && (
        <div className="acts">
          <Button size="sm" onClick={onPlace} aria-disabled={isBusy || undefined}>
            Select in the new text <Kbd>P</Kbd>
          </Button>
          <Button size="sm" variant="quiet" onClick={() => onDecide({ kind: "leave" })} aria-disabled={isBusy || undefined}>
            Leave on revision {revision} <Kbd>L</Kbd>
          </Button>
        </div>
      )}
      <div role="alert">
        {problem !== null && (
          <p className="hint err">
            <Icon name="warn" />
            {problem}
          </p>
        )}
      </div>
    </article>
  );
}
