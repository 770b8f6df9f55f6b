import type { ReviewItem } from "@/lib/reviews/review";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Time } from "../ui/time";
import { ExcerptWords } from "./excerpt-words";

type Props = { decided: NonNullable<ReviewItem["decided"]>; revision: number; language: string; isBusy: boolean; onUndo(): void };

/** What was decided, by whom and when, the place it has now, and the way back. */
export function DecidedLine({ decided: { decision, by, at, place }, revision, language, isBusy, onUndo }: Props) {
  const words = { accepted: "Accepted", reanchored: "Placed again", left: `Left on revision ${revision}` }[decision];
  return (
    <>
      <p className="rev__done">
        <Icon name="check" /> <b>{words}</b>
        {by !== null && ` by ${by}`}, <Time date={at} />{" "}
        <Button size="sm" variant="quiet" onClick={onUndo} aria-disabled={isBusy || undefined}>
          <Icon name="undo" />
          Undo
        </Button>
      </p>
      {place && (
        <ExcerptWords excerpt={place.excerpt} language={language}>
          <mark>{place.excerpt.words}</mark>
        </ExcerptWords>
      )}
    </>
  );
}
