import type { ReviewCandidate } from "@/lib/reviews/review";
import { ComparedWords } from "../revisions/compared-words";
import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";
import { ExcerptWords } from "./excerpt-words";

type Props = { candidate: ReviewCandidate; number: number; language: string; isBusy: boolean; onAccept(): void };

/** A place that the passage could have, in its paragraph, its words compared with the old ones. */
export function CandidateCard({ candidate: { excerpt, pieces, score }, number, language, isBusy, onAccept }: Props) {
  const place = excerpt.paragraph === null ? "In a heading" : `¶ ${excerpt.paragraph}`;
  return (
    <div className="rev__c">
      <h3 className="rev__h">
        {place}, <span className="num">{Math.round(score * 100)} %</span> alike
      </h3>
      <ExcerptWords excerpt={excerpt} language={language}>
        <span className="rev__w">
          <ComparedWords pieces={pieces} />
        </span>
      </ExcerptWords>
      <Button size="sm" onClick={onAccept} aria-disabled={isBusy || undefined} aria-label={`Accept ${place} as its place`}>
        Accept {number < 10 && <Kbd>{String(number)}</Kbd>}
      </Button>
    </div>
  );
}
