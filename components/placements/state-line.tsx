import type { PassageState } from "@/lib/placements/placement";
import { earlierPlaceWords, movedWords } from "@/lib/placements/words";
import { paths } from "../shell/paths";
import { Time } from "../ui/time";

type Props = {
  state: PassageState;
  slug: string;
  annotationId: string;
  now: Date /** whether the viewer may say where it belongs */;
  canPlace: boolean;
};

/** How a passage came to stand here from an older text, with the way to where it stood. */
export function StateLine({ state, slug, annotationId, now, canPlace }: Props) {
  const earlier = (
    <a href={`${paths.revision(slug, state.from.revision)}#note-${annotationId}`}>
      <bdi>{earlierPlaceWords(state.from)}</bdi>
    </a>
  );
  if (state.kind === "moved") {
    return (
      <p className="note__f note__from" lang="en">
        <span>
          Moved from {earlier}: {movedWords[state.why]}
        </span>
        {canPlace && <a href={paths.doubt(slug, annotationId)}>Place elsewhere</a>}
      </p>
    );
  }
  return (
    <p className="note__f note__from" lang="en">
      <span>
        {state.decision === "accepted" ? "Found again" : "Placed again"}
        {state.by !== null && ` by ${state.by}`}, <Time date={state.at} now={now} />; it was made on {earlier}
      </span>
    </p>
  );
}
