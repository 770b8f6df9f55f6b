import type { AnchoredAnnotation } from "./annotation";
import type { Mark } from "./marks";
import { type FrameworkCount, tallyByFramework } from "./tally";

/** Where an annotation's passage begins in the text, and what it meets there. */
export type PassageStart = {
  /** the element that shows its first words */
  markId: string;
  /** the frameworks on its first words, most tagged first */
  here: FrameworkCount[];
  /** the frameworks on any of its words */
  around: FrameworkCount[];
};

/** By annotation id. */
export type PassageStarts = ReadonlyMap<string, PassageStart>;

/** The id of the element that shows the first words of an annotation's passage. */
export function markIdOf(annotationId: string): string {
  return `psg-${annotationId}`;
}

/**
 * Finds where each passage begins. Several may begin in one mark, which bears the id of the first of them.
 * @param annotations all of the article's, in text order
 */
export function passageStarts(marks: Iterable<Mark>, annotations: readonly AnchoredAnnotation[]): PassageStarts {
  const indexOf = new Map(annotations.map(({ id }, index) => [id, index]));
  const starts = new Map<string, PassageStart>();
  for (const { startsPassage, annotationIds } of marks) {
    const [first] = startsPassage;
    if (first === undefined) continue;
    const begun = annotationIds.flatMap((id) => annotations[indexOf.get(id) ?? -1] ?? []);
    const here = tallyByFramework(begun);
    for (const id of startsPassage) {
      const within = beginningWithin(annotations, indexOf.get(id) ?? annotations.length);
      starts.set(id, { markId: markIdOf(first), here, around: within.length === 0 ? here : tallyByFramework([...begun, ...within]) });
    }
  }
  return starts;
}

/** The annotations whose passages begin further on in that of the one at `index`. */
function beginningWithin(annotations: readonly AnchoredAnnotation[], index: number): AnchoredAnnotation[] {
  const within: AnchoredAnnotation[] = [];
  const annotation = annotations[index];
  for (let next = index + 1; annotation && next < annotations.length; next++) {
    const other = annotations[next];
    if (!other || other.start >= annotation.end) break;
    if (other.start > annotation.start) within.push(other);
  }
  return within;
}
