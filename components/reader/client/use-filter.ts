"use client";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import { type Filter, filteredPath, isFiltering, matcherOf } from "@/lib/annotations/filter";
import { layersOf } from "@/lib/annotations/layer";
import type { ReadingRoomPage } from "./reader-props";
import type { Room } from "./use-room";

/** The filter of the address that the page was asked for by. */
export type AskedFilter = {
  filter: Filter;
  /** the ids of the annotations that its text was found in, where not all notes are sent along; else null */
  found: readonly string[] | null;
};

export type Filtering = {
  filter: Filter;
  /** what is left of it; what is added or changed goes to the whole room */
  room: Room;
  all: Room;
  /** applies another one at once, and writes it into the address */
  change(filter: Filter): void;
};

/**
 * The annotations that the address asks for. What is made while a filter is on is shown until the filter changes: nobody would understand
 * where their note went.
 */
export function useFilter(all: Room, page: ReadingRoomPage, asked: AskedFilter, path: string): Filtering {
  const router = useRouter();
  const address = filteredPath(path, asked.filter);
  const [state, setState] = useState(() => ({ address, filter: asked.filter, known: keysOf(all) }));
  // The page was asked for by another address.
  const now = state.address === address ? state : { address, filter: asked.filter, known: keysOf(all) };
  if (now !== state) setState(now);
  const { filter, known } = now;

  const change = useCallback(
    (next: Filter) => {
      setState((before) => ({ ...before, filter: next, known: keysOf(all) }));
      const isText = next.text !== "" && next.text !== asked.filter.text;
      const href = `${filteredPath(path, next)}${location.hash}`;
      // In place: going back leads to the page before, not through every letter that was typed. Notes that were not sent along only
      // the server can look through.
      if (isText && all.annotations.some(({ note }) => note === undefined)) router.replace(href, { scroll: false });
      else history.replaceState(null, "", href);
    },
    [all, asked, path, router],
  );

  const room = useMemo(() => {
    if (!isFiltering(filter)) return all;
    const found = asked.found && asked.filter.text === filter.text ? new Set(asked.found) : null;
    const matches = matcherOf(filter, { frameworks: page.frameworks, text: page.revision.text, found });
    const annotations = all.annotations.filter((annotation) => !known.has(annotation.key) || matches(annotation));
    const shown = new Set(annotations);
    const ifShown = (annotation: AnchoredAnnotation | undefined) => (annotation && shown.has(annotation) ? annotation : undefined);
    return {
      ...all,
      annotations,
      layers: layersOf(page.revision.blocks, annotations),
      byKey: (key: string) => ifShown(all.byKey(key)),
      byId: (id: string) => ifShown(all.byId(id)),
    };
  }, [all, filter, known, page, asked]);

  return { filter, room, all, change };
}

function keysOf({ annotations }: Room): ReadonlySet<string> {
  return new Set(annotations.map(({ key }) => key));
}
