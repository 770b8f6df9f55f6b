import type { AnchoredAnnotation } from "./annotation";
import type { BlockLayer } from "./layer";
import { type FrameworkCount, tallyByFramework } from "./tally";

/** The id of the element that shows the first words of a passage. Several that begin together share the first one's. */
export function markIdOf(key: string): string {
  return `psg-${key}`;
}

/** The id of the element that shows the first words of this annotation's passage. */
export function markIdIn({ begun }: BlockLayer, annotation: AnchoredAnnotation): string {
  return markIdOf(begun.find(({ start }) => start === annotation.start)?.key ?? annotation.key);
}

/** The frameworks on any word of the annotation's passage in the block where it begins, most tagged first. */
export function frameworksAround({ over }: BlockLayer, annotation: AnchoredAnnotation): FrameworkCount[] {
  return tallyByFramework(over.filter(({ start, end }) => start < annotation.end && annotation.start < end));
}
