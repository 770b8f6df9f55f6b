"use client";
import { type Ref, useState } from "react";
import type { Facet, Filter } from "@/lib/annotations/filter";
import { filteredPath, layerValues, MAX_FILTER_TEXT, parameterOf, stanceValues, stateValues, toggled } from "@/lib/annotations/filter";
import type { FacetCounts } from "@/lib/annotations/filter-facets";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Check } from "./filter-check";
import { FilterFrameworks } from "./filter-frameworks";
import { shownInWords } from "./filter-strip";
import { FilterText } from "./filter-text";
import { facetWords, layerWords, stateWords } from "./filter-words";

type Props = {
  filter: Filter;
  counts: FacetCounts;
  frameworks: FrameworkSummaries;
  shown: number;
  total: number;
  /** the page's address without a filter */
  path: string;
  /** applies a filter at once; without it the panel is a form that is sent */
  onChange?(filter: Filter): void;
  onClose?(): void;
  ref?: Ref<HTMLDivElement>;
};

/** Everything by which the annotations of an article can be filtered, with what each choice would leave by itself. */
export function FilterPanel({ filter, counts, frameworks, shown, total, path, onChange, onClose, ref }: Props) {
  const [frameworkQuery, setFrameworkQuery] = useState("");
  const choice = <F extends Facet>(facet: F, value: Filter[F][number]) => ({
    name: parameterOf[facet],
    value,
    isOn: filter[facet].some((on) => on === value),
    onToggle: onChange && (() => onChange(toggled(filter, facet, value))),
  });
  const isPlaced = counts.states.moved + counts.states.placed > 0 || filter.states.length > 0;
  const isPrivate = counts.layers.onlyMe > 0 || filter.layers.length > 0;
  return (
    <div className="fpanel" role="dialog" tabIndex={-1} aria-label="Filter annotations" ref={ref}>
      <form
        action={path}
        method="get"
        onSubmit={(event) => {
          if (!onChange) return;
          event.preventDefault();
          onClose?.();
        }}
      >
        <header className="fpanel__h">
          <p className="fpanel__n" role="status">
            {shownInWords(shown, total)}
          </p>
          {onClose ? (
            <Button isIcon aria-label="Close the filters" onClick={onClose}>
              <Icon name="close" />
            </Button>
          ) : (
            <a className="filter" href={filteredPath(path, filter)}>
              Close
            </a>
          )}
        </header>
        <FilterText text={filter.text} maxLength={MAX_FILTER_TEXT} onChange={onChange && ((text) => onChange({ ...filter, text }))} />
        <FilterFrameworks
          frameworks={frameworks}
          counts={counts.frameworks}
          query={frameworkQuery}
          onQuery={onChange && setFrameworkQuery}
          choice={(slug) => choice("frameworks", slug)}
          chosen={filter.frameworks}
        />
        <fieldset>
          <legend>{facetWords.stances}</legend>
          {stanceValues.map((stance) => (
            <Check key={stance} {...choice("stances", stance)} count={counts.stances[stance]}>
              <span className={stance === "supports" ? "st st--s" : "st st--c"}>{stance}</span>
            </Check>
          ))}
        </fieldset>
        {counts.people.length > 0 && (
          <fieldset>
            <legend>{facetWords.people}</legend>
            <div className="fpanel__l">
              {counts.people.map(({ id, displayName, isViewer, count }) => (
                <Check key={id} {...choice("people", id)} count={count}>
                  <bdi>{displayName}</bdi>
                  {isViewer && " (you)"}
                </Check>
              ))}
            </div>
          </fieldset>
        )}
        {isPrivate && (
          <fieldset>
            <legend>{facetWords.layers}</legend>
            {layerValues.map((layer) => (
              <Check key={layer} {...choice("layers", layer)} count={counts.layers[layer]}>
                {layerWords[layer]}
              </Check>
            ))}
          </fieldset>
        )}
        {isPlaced && (
          <fieldset>
            <legend>{facetWords.states}</legend>
            {stateValues.map((state) => (
              <Check key={state} {...choice("states", state)} count={counts.states[state]}>
                {stateWords[state]}
              </Check>
            ))}
          </fieldset>
        )}
        {!onChange && (
          <footer className="fpanel__f">
            <Button type="submit" variant="primary">
              Show these
            </Button>
            <a className="link" href={path}>
              Show all
            </a>
          </footer>
        )}
      </form>
    </div>
  );
}
