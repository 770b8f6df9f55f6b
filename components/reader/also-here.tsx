import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import type { BlockLayer } from "@/lib/annotations/layer";
import { frameworksAround } from "@/lib/annotations/passage-start";
import { verdictOf } from "@/lib/annotations/stance";
import { totalOf } from "@/lib/annotations/tally";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import type { FrameworkLookup } from "./framework-lookup";

/** As many lanes as the passage can show; beyond, the count says how many more there are. */
const MAX_NAMED = 6;

type Props = { layer: BlockLayer; annotation: AnchoredAnnotation; frameworks: FrameworkLookup };

/** The other frameworks named on the same words, with the way to a note that names each. */
export function AlsoHere({ layer, annotation, frameworks }: Props) {
  const others = frameworksAround(layer, annotation).filter(
    ({ frameworkId }) => !annotation.tags.some((tag) => tag.frameworkId === frameworkId),
  );
  if (others.length === 0) return null;
  return (
    <div className="laps">
      <span>Also here</span>
      {others.slice(0, MAX_NAMED).map((count) => {
        const framework = frameworks.get(count.frameworkId);
        if (!framework) return null;
        const verdict = verdictOf(count);
        return (
          <a key={count.frameworkId} className="lap" href={`#note-${count.key}`} title={`${framework.label}: ${verdict}`}>
            <Siglum framework={framework} />
            <StanceWord stance={verdict} hue={framework.hue}>
              {totalOf(count)}
            </StanceWord>
          </a>
        );
      })}
      {others.length > MAX_NAMED && <span>and {others.length - MAX_NAMED} more</span>}
    </div>
  );
}
