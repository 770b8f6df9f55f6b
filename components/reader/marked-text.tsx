import type { Mark } from "@/lib/annotations/marks";
import { markIdOf, type PassageStart } from "@/lib/annotations/passage-starts";
import { describeStances } from "@/lib/annotations/stance";
import type { PlannedBlock, ReadingPlan } from "@/lib/articles/reading-plan";
import { nestFormats } from "@/lib/articles/rich-text";
import type { FrameworkLookup } from "./framework-lookup";
import { RichText } from "./rich-text";

type Props = { planned: PlannedBlock; plan: ReadingPlan; frameworks: FrameworkLookup };

/** A block's text, with a <mark> wherever there are annotations. Formatting stands inside the marks. */
export function MarkedText({ planned, plan, frameworks }: Props) {
  return planned.marks.map((mark) => {
    const nodes = nestFormats(mark.pieces);
    if (mark.annotationIds.length === 0) return <RichText key={mark.start} nodes={nodes} />;
    return (
      <mark
        key={mark.start}
        className="psg"
        data-p={mark.annotationIds.join(" ")}
        data-start={mark.start}
        data-end={mark.end}
        aria-details={mark.annotationIds.map((id) => `note-${id}`).join(" ")}
        style={Object.fromEntries(mark.lanes.map(({ row, hue, form }) => [`--l${row}`, `var(--fw-${hue}-${form})`]))}
        {...startOf(mark, plan, frameworks)}
      >
        <RichText nodes={nodes} />
      </mark>
    );
  });
}

/** What only the first words of a passage carry: a place in the (roving) tab order, and what the lines say in words. */
function startOf(mark: Mark, plan: ReadingPlan, frameworks: FrameworkLookup) {
  const [first] = mark.startsPassage;
  const start = first === undefined ? undefined : plan.starts.get(first);
  if (first === undefined || !start) return {};
  return {
    id: markIdOf(first),
    "data-first": mark.startsPassage.join(" "),
    tabIndex: start.markId === plan.firstMarkId ? 0 : -1,
    "aria-description": inWords(start, frameworks),
  };
}

function inWords({ here }: PassageStart, frameworks: FrameworkLookup): string {
  return describeStances(
    here.flatMap(({ frameworkId, supports, contests }) => {
      const label = frameworks.get(frameworkId)?.label;
      return label === undefined ? [] : { label, supports, contests };
    }),
  );
}
