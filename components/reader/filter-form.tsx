import { type Filter, matcherOf } from "@/lib/annotations/filter";
import { countFacets } from "@/lib/annotations/filter-facets";
import type { ReadingPage } from "@/lib/articles/reading";
import { FilterPanel } from "../annotations/filter-panel";

type Props = { page: Pick<ReadingPage, "annotations" | "frameworks" | "revision">; filter: Filter; path: string };

/** The filters as a form that is sent, for browsers without script. */
export function FilterForm({ page: { annotations, frameworks, revision }, filter, path }: Props) {
  const matches = matcherOf(filter, { frameworks, text: revision.text });
  return (
    <FilterPanel
      filter={filter}
      counts={countFacets(annotations, frameworks)}
      frameworks={frameworks}
      shown={annotations.filter(matches).length}
      total={annotations.length}
      path={path}
    />
  );
}
