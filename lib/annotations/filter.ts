/**
 * Which annotations of an article are shown. Part of the address, so that what one sees can be sent to somebody: everything that is on
 * narrows it further, and of several values of one kind any will do.
 */
import type { FrameworkSummaries } from "../frameworks/framework";
import { withDescendants } from "../frameworks/tree";
import type { AnchoredAnnotation } from "./annotation";
import type { Audience, Stance } from "./schema";

/** How an annotation came to stand where it does: as it was made, carried to a new place, or placed by a person. */
export type AnchorState = "exact" | "moved" | "placed";

export type Filter = {
  /** slugs; each stands for what is under it too */
  frameworks: readonly string[];
  /** of the tags with those frameworks, or of any tag */
  stances: readonly Stance[];
  /** ids of annotators */
  people: readonly string[];
  layers: readonly Audience[];
  states: readonly AnchorState[];
  /** words of the note or the passage, all of them */
  text: string;
};

export const noFilter: Filter = { frameworks: [], stances: [], people: [], layers: [], states: [], text: "" };

/** The kinds of filter that have values to choose among. */
export type Facet = Exclude<keyof Filter, "text">;
export const facets = ["frameworks", "stances", "people", "layers", "states"] as const satisfies Facet[];

/** What they are called in an address. */
export const parameterOf: Record<keyof Filter, string> = {
  frameworks: "framework",
  stances: "stance",
  people: "by",
  layers: "layer",
  states: "state",
  text: "text",
};

export const stanceValues: readonly Stance[] = ["supports", "contests"];
export const layerValues: readonly Audience[] = ["everyone", "onlyMe"];
export const stateValues: readonly AnchorState[] = ["exact", "moved", "placed"];

/** UTF-16 code units. */
export const MAX_FILTER_TEXT = 200;

export type Known = { frameworks: readonly { slug: string }[]; people: Iterable<string> };

/**
 * Reads the filter off an address. What is not known on this page (any more) is as if it were not there.
 * @param valuesOf the values of a parameter, in their order
 */
export function parseFilter(valuesOf: (parameter: string) => readonly string[], known: Known): Filter {
  const among = <Value extends string>(facet: Facet, values: Iterable<Value>): Value[] => {
    const asked = new Set(valuesOf(parameterOf[facet]));
    return [...values].filter((value) => asked.delete(value));
  };
  const text = valuesOf(parameterOf.text)[0] ?? "";
  return {
    frameworks: among(
      "frameworks",
      known.frameworks.map(({ slug }) => slug),
    ),
    stances: among("stances", stanceValues),
    people: among("people", known.people),
    layers: among("layers", layerValues),
    states: among("states", stateValues),
    text: text.replace(/\s+/g, " ").trim().slice(0, MAX_FILTER_TEXT).trim(),
  };
}

/** The filter as parameters, always in the same order; nothing for what is not on. */
export function filterParameters(filter: Filter): [parameter: string, value: string][] {
  const chosen = facets.flatMap((facet) => filter[facet].map((value): [string, string] => [parameterOf[facet], value]));
  return filter.text === "" ? chosen : [...chosen, [parameterOf.text, filter.text]];
}

/** The address of the page at `path` with this filter. */
export function filteredPath(path: string, filter: Filter): string {
  const parameters = new URLSearchParams(filterParameters(filter)).toString();
  return parameters === "" ? path : `${path}?${parameters}`;
}

/** Where the same filters are shown as a form, for browsers without script. */
export function openPath(path: string, filter: Filter): string {
  return `${path}?${new URLSearchParams([...filterParameters(filter), ["filter", "open"]])}`;
}

export function isFiltering(filter: Filter): boolean {
  return filterParameters(filter).length > 0;
}

/** The filter with a value switched on or off. */
export function toggled<F extends Facet>(filter: Filter, facet: F, value: Filter[F][number]): Filter {
  const values: readonly string[] = filter[facet];
  return { ...filter, [facet]: values.includes(value) ? values.filter((other) => other !== value) : [...values, value] };
}

export function stateOf({ state }: Pick<AnchoredAnnotation, "state">): AnchorState {
  return state === null ? "exact" : state.kind;
}

type Page = {
  frameworks: FrameworkSummaries;
  /** of the revision that the annotations stand on */
  text: string;
  /** where notes are not known: the ids of the annotations that the filter's text was found in */
  found?: ReadonlySet<string> | null;
};

/** Whether an annotation is shown. */
export function matcherOf(filter: Filter, page: Page): (annotation: AnchoredAnnotation) => boolean {
  const chosen = new Set(filter.frameworks);
  const wanted = withDescendants(
    page.frameworks,
    page.frameworks.flatMap(({ id, slug }) => (chosen.has(slug) ? id : [])),
  );
  const [stances, people, layers, states] = [filter.stances, filter.people, filter.layers, filter.states].map(
    (values) => new Set<string>(values),
  );
  const words = comparable(filter.text).split(" ").filter(Boolean);
  const isOn = (values: ReadonlySet<string> | undefined, value: string) => !values || values.size === 0 || values.has(value);
  const saysWords = (annotation: AnchoredAnnotation): boolean => {
    if (words.length === 0) return true;
    if (annotation.note === undefined && page.found) return page.found.has(annotation.id);
    const said = comparable(`${annotation.note ?? ""}\n${page.text.slice(annotation.start, annotation.end)}`);
    return words.every((word) => said.includes(word));
  };
  return (annotation) =>
    annotation.tags.some(({ frameworkId, stance }) => isOn(stances, stance) && (chosen.size === 0 || wanted.has(frameworkId))) &&
    isOn(people, annotation.person.id) &&
    isOn(layers, annotation.audience) &&
    isOn(states, stateOf(annotation)) &&
    saysWords(annotation);
}

/** Text in the form in which words are compared: width, capitals and accents make no difference. In kana the sound marks make another letter. */
function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\P{M}\u3099\u309a]/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ");
}
