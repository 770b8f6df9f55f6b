import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import type { PlannedBlock } from "@/lib/articles/reading-plan";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import { citeBlock } from "./cite-block";
import type { FrameworkLookup } from "./framework-lookup";

/** So many of the folded are named; the line has no room for more. */
const MAX_NAMED = 3;

type Props = {
  annotations: readonly AnchoredAnnotation[];
  planned: PlannedBlock;
  frameworks: FrameworkLookup;
  isUnfolded: boolean;
  /** half lines of the article from the top of its cell, and how many it takes */
  step: number;
  steps: number;
};

/** The line that stands for a paragraph's notes beyond those that stand beside it. Shown only where script can unfold it. */
export function FoldLine({ annotations, planned, frameworks, isUnfolded, step, steps }: Props) {
  return (
    <button
      type="button"
      className="note note--fold"
      data-fold={planned.index}
      aria-expanded={isUnfolded}
      style={{ "--step": step, "--steps": steps }}
    >
      <span className="nowrap">
        {annotations.length} more on {citeBlock(planned)}
      </span>
      {annotations.slice(0, MAX_NAMED).map(({ id, tags: [tag], person }) => {
        const framework = tag && frameworks.get(tag.frameworkId);
        if (!framework) return null;
        return (
          <span key={id} className="lap">
            <Siglum framework={framework} />
            <StanceWord stance={tag.stance} hue={framework.hue}>
              {person.isViewer ? "You" : person.displayName.split(" ")[0]}
            </StanceWord>
          </span>
        );
      })}
    </button>
  );
}
