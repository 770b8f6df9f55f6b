"use client";
import { useEffect, useMemo, useRef } from "react";
import { countFacets } from "@/lib/annotations/filter-facets";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { FilterPanel } from "../../annotations/filter-panel";
import type { Filtering } from "./use-filter";

type Props = { filtering: Filtering; frameworks: FrameworkSummaries; path: string; onClose(): void };

/** The filters of the reading page: what is chosen shows at once. Closed by Escape, or by going on in the article. */
export function FilterLayer({ filtering: { filter, room, all, change }, frameworks, path, onClose }: Props) {
  const counts = useMemo(() => countFacets(all.annotations, frameworks), [all.annotations, frameworks]);
  const panel = useRef<HTMLDivElement>(null);
  // Not into a field where that brings up a keyboard over half of the panel.
  useEffect(() => (matchMedia("(pointer: coarse)").matches ? panel.current : panel.current?.querySelector("input"))?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the keys of the fields inside
    <div
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <FilterPanel
        ref={panel}
        filter={filter}
        counts={counts}
        frameworks={frameworks}
        shown={room.annotations.length}
        total={all.annotations.length}
        path={path}
        onChange={change}
        onClose={onClose}
      />
    </div>
  );
}
