import { type AnchorState, type Facet, type Filter, facets, toggled } from "@/lib/annotations/filter";
import type { Audience } from "@/lib/annotations/schema";

export const facetWords: Record<Facet, string> = {
  frameworks: "Framework",
  stances: "Stance",
  people: "Person",
  layers: "Who may see it",
  states: "Place in this text",
};

export const layerWords: Record<Audience, string> = { everyone: "Everyone", onlyMe: "Only me" };

export const stateWords: Record<AnchorState, string> = {
  exact: "As it was made",
  moved: "Moved with the text",
  placed: "Placed by a person",
};

/** Something that is on, in words, and the filter without it. */
export type Chip = { key: string; words: string; without: Filter };

/** What is on, in the order of the panel. */
export function chipsOf(
  filter: Filter,
  { frameworks, nameOf }: { frameworks: readonly { slug: string; label: string }[]; nameOf(personId: string): string | undefined },
): Chip[] {
  const wordsFor: Record<Facet, (value: string) => string> = {
    frameworks: (slug) => frameworks.find((framework) => framework.slug === slug)?.label ?? slug,
    stances: (stance) => stance,
    people: (id) => `by ${nameOf(id) ?? "somebody"}`,
    layers: (layer) => (layer === "onlyMe" ? layerWords.onlyMe : layerWords.everyone),
    states: (state) => stateWords[state === "moved" || state === "placed" ? state : "exact"],
  };
  const chips = facets.flatMap((facet) =>
    filter[facet].map(
      (value): Chip => ({ key: `${facet} ${value}`, words: wordsFor[facet](value), without: toggled(filter, facet, value) }),
    ),
  );
  return filter.text === "" ? chips : [...chips, { key: "text", words: `“${filter.text}”`, without: { ...filter, text: "" } }];
}
