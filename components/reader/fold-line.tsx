import type { CSSProperties } from "react";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import type { PlannedBlock } from "@/lib/articles/reading-plan";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import { citeBlock } from "./cite-block";
import type { FrameworkLookup } from "./framework-lookup";

/** So many of the folded are named; the line has no room for more. */
const MAX_NAMED = 3;

type Props = { annotations: readonly AnchoredAnnotation[]; block: PlannedBlock; frameworks: FrameworkLookup; place: CSSProperties };

/** The line that stands for a paragraph's fourth and further notes. Shown only where script can unfold it. */
export function FoldLine({ annotations, block, frameworks, place }: Props) {
  return (
    <button type="button" className="note note--fold" data-fold={block.index} aria-expanded="false" style={place}>
      <span className="nowrap">
        {annotations.length} more on {citeBlock(block)}
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
