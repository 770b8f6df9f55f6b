import type { FrameworkSummaries } from "../frameworks/framework";
import type { AnchoredAnnotation } from "./annotation";
import { type AnchorState, stateOf } from "./filter";
import type { Audience, Stance } from "./schema";

/** What can be chosen on a page, and how many of its annotations each choice leaves when it alone is on. */
export type FacetCounts = {
  /** by framework id; an annotation counts for a framework when it carries that or one under it */
  frameworks: ReadonlyMap<string, number>;
  stances: Readonly<Record<Stance, number>>;
  /** those with the most annotations first */
  people: readonly { id: string; displayName: string; isViewer: boolean; count: number }[];
  layers: Readonly<Record<Audience, number>>;
  states: Readonly<Record<AnchorState, number>>;
};

/** Counts the annotations of a page by everything that they can be filtered by. */
export function countFacets(annotations: readonly AnchoredAnnotation[], frameworks: FrameworkSummaries): FacetCounts {
  const broader = new Map(frameworks.map(({ id, broaderId }) => [id, broaderId]));
  const counts = new Map<string, number>();
  const people = new Map<string, { id: string; displayName: string; isViewer: boolean; count: number }>();
  const stances = { supports: 0, contests: 0 };
  const layers = { everyone: 0, onlyMe: 0 };
  const states = { exact: 0, moved: 0, placed: 0 };
  for (const annotation of annotations) {
    const { tags, person, audience } = annotation;
    const carried = new Set<string>();
    for (const { frameworkId } of tags) {
      for (let id: string | null | undefined = frameworkId; id && !carried.has(id); id = broader.get(id)) carried.add(id);
    }
    for (const id of carried) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const stance of new Set(tags.map((tag) => tag.stance))) stances[stance]++;
    const known = people.get(person.id);
    if (known) known.count++;
    else people.set(person.id, { id: person.id, displayName: person.displayName, isViewer: person.isViewer, count: 1 });
    layers[audience]++;
    states[stateOf(annotation)]++;
  }
  return { frameworks: counts, stances, people: [...people.values()].sort((a, b) => b.count - a.count), layers, states };
}
