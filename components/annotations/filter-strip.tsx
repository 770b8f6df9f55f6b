"use client";
import type { MouseEvent, Ref } from "react";
import { type Filter, filteredPath, noFilter, openPath } from "@/lib/annotations/filter";
import { formatNumber } from "@/lib/format";
import { Icon } from "../ui/icon";
import type { Chip } from "./filter-words";

type Props = {
  filter: Filter;
  chips: readonly Chip[];
  shown: number;
  total: number;
  /** the page's address without a filter */
  path: string;
  isOpen: boolean;
  ref: Ref<HTMLAnchorElement>;
  onOpen(): void;
  onChange(filter: Filter): void;
};

/** The way to the filters; while any is on, how many annotations it leaves, and each with the way to take it off. All are links, for want of script. */
export function FilterStrip({ filter, chips, shown, total, path, isOpen, ref, onOpen, onChange }: Props) {
  const isOn = chips.length > 0;
  return (
    <section className={isOn ? "lens is-on" : "lens"} aria-label="Annotations shown">
      <div className="lens__in">
        {isOn && (
          <>
            <p className="lens__count">{shownInWords(shown, total)}</p>
            <ul className="lens__chips">
              {chips.map(({ key, words, without }) => (
                <li key={key}>
                  <a className="filter is-set" href={filteredPath(path, without)} onClick={instead(() => onChange(without))}>
                    <span className="vh">Take off: </span>
                    <bdi>{words}</bdi>
                    <Icon name="close" isSmall />
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <span className="lens__end">
          {isOn && (
            <a className="filter" href={path} onClick={instead(() => onChange(noFilter))}>
              Clear
            </a>
          )}
          <a
            className="filter"
            href={openPath(path, filter)}
            aria-expanded={isOpen}
            aria-keyshortcuts="F"
            ref={ref}
            onClick={instead(onOpen)}
          >
            <Icon name="sliders" />
            Filter
          </a>
        </span>
      </div>
    </section>
  );
}

/** “12 of 189 annotations shown” */
export function shownInWords(shown: number, total: number): string {
  return `${formatNumber(shown)} of ${formatNumber(total)} ${total === 1 ? "annotation" : "annotations"} shown`;
}

/** A click does this, unless it asks for a new tab or window. */
function instead(act: () => void) {
  return (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    act();
  };
}
